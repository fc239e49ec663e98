package dev.millrace.core.option;

import dev.millrace.core.ModelApi;

/** Options of where keyed state lives. */
@ModelApi
public final class StateBackendOptions {

    /** The name of the store. */
    public static final ConfigOption<String> STATE_BACKEND =
            ConfigOptions.key("state.backend.type").stringType().defaultValue("heap");

    private StateBackendOptions() {}
}
