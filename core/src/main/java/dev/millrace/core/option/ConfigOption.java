package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Objects;

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

    ConfigOption(String key, OptionKind<T> kind, T defaultValue, String description) {
        this.key = key;
        this.kind = kind;
        this.defaultValue = defaultValue;
        this.description = description;
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
        return new ConfigOption<>(key, kind, defaultValue, description);
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
