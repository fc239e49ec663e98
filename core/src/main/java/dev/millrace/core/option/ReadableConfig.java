package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.util.Map;
import java.util.Optional;

/** Settings that can be read. */
@ModelApi
public interface ReadableConfig {

    /** The value, or the option's default, or null. */
    <T> T get(ConfigOption<T> option);

    /** The value if it was set. */
    <T> Optional<T> getOptional(ConfigOption<T> option);

    /** All that was set, as text. */
    Map<String, String> toMap();
}
