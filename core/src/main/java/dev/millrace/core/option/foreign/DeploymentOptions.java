package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;

/** Options of where a program is sent. They are accepted and change nothing. */
@ModelApi
public class DeploymentOptions {

    public static final ConfigOption<String> TARGET =
            ConfigOptions.key("execution.target").stringType().noDefaultValue();

    public static final ConfigOption<Boolean> ATTACHED =
            ConfigOptions.key("execution.attached").booleanType().defaultValue(false);

    public static final ConfigOption<Boolean> SHUTDOWN_IF_ATTACHED = ConfigOptions.key(
                    "execution.shutdown-on-attached-exit")
            .booleanType()
            .defaultValue(false);

    private DeploymentOptions() {}
}
