package dev.millrace.core.option;

import java.util.Collection;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Settings that a program is given from outside: properties of its Java machine that begin with
 * {@value #PREFIX}, such as {@code -Dmillrace.option.parallelism.default=4}. What the program sets itself wins.
 */
public final class GivenOptions {

    /** What the names of such properties begin with; the key of an option follows. */
    public static final String PREFIX = "millrace.option.";

    private GivenOptions() {}

    /**
     * The settings among properties.
     *
     * @throws IllegalArgumentException when one is no option of the engine, or its value is of another form
     */
    public static Configuration among(Properties properties) {
        Configuration given = new Configuration();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PREFIX)) {
                set(given, name.substring(PREFIX.length()), properties.getProperty(name));
            }
        }
        return given;
    }

    private static void set(Configuration given, String key, String value) {
        ConfigOption<?> option = KnownOptions.byKey(key).orElseThrow(() -> unknown(key));
        given.setString(key, value);
        given.getOptional(option);
    }

    private static IllegalArgumentException unknown(String key) {
        Collection<String> keys = new TreeSet<>();
        KnownOptions.all().forEach(option -> keys.add(option.key()));
        String meant = Suggestion.nearest(key, keys)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse(";");
        return new IllegalArgumentException("There is no option " + key + meant + " docs/options.md lists all");
    }
}
