package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.ConfigOption;
import dev.millrace.core.option.ConfigOptions;

/** Options of the server that shows jobs. They are accepted and change nothing. */
@ModelApi
public class RestOptions {

    public static final ConfigOption<String> ADDRESS =
            ConfigOptions.key("rest.address").stringType().noDefaultValue();

    public static final ConfigOption<String> BIND_ADDRESS =
            ConfigOptions.key("rest.bind-address").stringType().noDefaultValue();

    public static final ConfigOption<String> BIND_PORT =
            ConfigOptions.key("rest.bind-port").stringType().defaultValue("8081");

    public static final ConfigOption<Integer> PORT =
            ConfigOptions.key("rest.port").intType().defaultValue(8081);

    private RestOptions() {}
}
