package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A named, typed setting with a default.
 *
 * @param <T> the values
 */
@ModelApi
public final class ConfigOption<T> implements Serializable {

    private final String key;
    private final OptionKind<T> kind;
    private final T defaultValue;
    private final String description;
    private final List<String> fallbackKeys;

    ConfigOption(String key, OptionKind<T> kind, T defaultValue, String description) {
        this(key, kind, defaultValue, description, List.of());
    }

    private ConfigOption(
            String key, OptionKind<T> kind, T defaultValue, String description, List<String> fallbackKeys) {
        this.key = key;
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.description = description;
        this.fallbackKeys = fallbackKeys;
    }

    public String key() {
        return key;
    }

    /** The default, or null when there is none. */
    public T defaultValue() {
        return defaultValue;
    }

    public boolean hasDefaultValue() {
        return defaultValue != null;
    }

    /** What the setting means; empty unless it was given. */
    public String description() {
        return description;
    }

    /** The same option with a description. */
    public ConfigOption<T> withDescription(String description) {
        return new ConfigOption<>(key, kind, defaultValue, description, fallbackKeys);
    }

    /** The same option, whose value is looked for under further keys when its own has none. */
    public ConfigOption<T> withFallbackKeys(String... keys) {
        List<String> all = Stream.concat(fallbackKeys.stream(), Stream.of(keys)).toList();
        return new ConfigOption<>(key, kind, defaultValue, description, all);
    }

    /** The same option, which had other keys once. */
    public ConfigOption<T> withDeprecatedKeys(String... keys) {
        return withFallbackKeys(keys);
    }

    public boolean hasFallbackKeys() {
        return !fallbackKeys.isEmpty();
    }

    List<String> fallbackKeys() {
        return fallbackKeys;
    }

    OptionKind<T> kind() {
        return kind;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigOption<?> that
                && that.key.equals(key)
                && Objects.equals(that.defaultValue, defaultValue);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return "option " + key + " (" + kind.name() + (defaultValue == null ? ")" : ", default " + defaultValue + ")");
    }
}
