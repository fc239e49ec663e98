package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Settings by key. Not safe for use by several threads that change it. */
@ModelApi
public class Configuration implements ReadableConfig, WritableConfig, Serializable, Cloneable {

    private final LinkedHashMap<String, Object> values = new LinkedHashMap<>();

    /** No settings. */
    public Configuration() {}

    /** The settings of another configuration. */
    public Configuration(Configuration other) {
        values.putAll(other.values);
    }

    /** The settings of a map of texts. */
    public static Configuration fromMap(Map<String, String> map) {
        Configuration configuration = new Configuration();
        configuration.values.putAll(map);
        return configuration;
    }

    @Override
    public <T> T get(ConfigOption<T> option) {
        return get(option, option.defaultValue());
    }

    /** The value, or {@code absent} when it was not set. */
    public <T> T get(ConfigOption<T> option, T absent) {
        Object value = values.get(option.key());
        return value == null ? absent : option.kind().of(option.key(), value);
    }

    @Override
    public <T> Optional<T> getOptional(ConfigOption<T> option) {
        return Optional.ofNullable(get(option, null));
    }

    @Override
    public <T> Configuration set(ConfigOption<T> option, T value) {
        values.put(option.key(), Objects.requireNonNull(value, option.key()));
        return this;
    }

    public String getString(String key, String absent) {
        Object value = values.get(key);
        return value == null ? absent : text(value);
    }

    public void setString(String key, String value) {
        values.put(key, Objects.requireNonNull(value, key));
    }

    public int getInteger(String key, int absent) {
        return values.containsKey(key) ? Integer.parseInt(getString(key, null).trim()) : absent;
    }

    public void setInteger(String key, int value) {
        values.put(key, value);
    }

    public long getLong(String key, long absent) {
        return values.containsKey(key) ? Long.parseLong(getString(key, null).trim()) : absent;
    }

    public void setLong(String key, long value) {
        values.put(key, value);
    }

    public double getDouble(String key, double absent) {
        return values.containsKey(key) ? Double.parseDouble(getString(key, null).trim()) : absent;
    }

    public void setDouble(String key, double value) {
        values.put(key, value);
    }

    public boolean getBoolean(String key, boolean absent) {
        return values.containsKey(key) ? OptionKind.truth(getString(key, null).trim()) : absent;
    }

    public void setBoolean(String key, boolean value) {
        values.put(key, value);
    }

    public boolean contains(ConfigOption<?> option) {
        return values.containsKey(option.key());
    }

    public boolean containsKey(String key) {
        return values.containsKey(key);
    }

    public Set<String> keySet() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Forgets a setting; whether it was there. */
    public boolean removeConfig(ConfigOption<?> option) {
        return values.remove(option.key()) != null;
    }

    /** Takes over all settings of another configuration. */
    public void addAll(Configuration other) {
        values.putAll(other.values);
    }

    @Override
    public Map<String, String> toMap() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Configuration::text).collect(Collectors.joining(";"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ":" + entry.getValue())
                    .collect(Collectors.joining(","));
        }
        return value.toString();
    }

    @Override
    public Configuration clone() {
        return new Configuration(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Configuration that && that.toMap().equals(toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
