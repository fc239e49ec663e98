package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings by key. Not safe for use by several threads that change it. */
@ModelApi
public class Configuration extends ExecutionConfig.GlobalJobParameters
        implements ReadableConfig, WritableConfig, Cloneable {

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
        return keyOf(option).map(key -> option.kind().of(key, values.get(key))).orElse(absent);
    }

    /** The key that an option's value was set under: its own, or the first of its others. */
    private Optional<String> keyOf(ConfigOption<?> option) {
        return Stream.concat(Stream.of(option.key()), option.fallbackKeys().stream())
                .filter(values::containsKey)
                .findFirst();
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

    public String getString(ConfigOption<String> option) {
        return get(option);
    }

    public String getString(ConfigOption<String> option, String absent) {
        return get(option, absent);
    }

    public void setString(ConfigOption<String> option, String value) {
        set(option, value);
    }

    public int getInteger(ConfigOption<Integer> option) {
        return get(option);
    }

    public int getInteger(ConfigOption<Integer> option, int absent) {
        return get(option, absent);
    }

    public void setInteger(ConfigOption<Integer> option, int value) {
        set(option, value);
    }

    public long getLong(ConfigOption<Long> option) {
        return get(option);
    }

    public long getLong(ConfigOption<Long> option, long absent) {
        return get(option, absent);
    }

    public void setLong(ConfigOption<Long> option, long value) {
        set(option, value);
    }

    public float getFloat(ConfigOption<Float> option) {
        return get(option);
    }

    public float getFloat(ConfigOption<Float> option, float absent) {
        return get(option, absent);
    }

    public void setFloat(ConfigOption<Float> option, float value) {
        set(option, value);
    }

    public double getDouble(ConfigOption<Double> option) {
        return get(option);
    }

    public double getDouble(ConfigOption<Double> option, double absent) {
        return get(option, absent);
    }

    public void setDouble(ConfigOption<Double> option, double value) {
        set(option, value);
    }

    public boolean getBoolean(ConfigOption<Boolean> option) {
        return get(option);
    }

    public boolean getBoolean(ConfigOption<Boolean> option, boolean absent) {
        return get(option, absent);
    }

    public void setBoolean(ConfigOption<Boolean> option, boolean value) {
        set(option, value);
    }

    public float getFloat(String key, float absent) {
        return values.containsKey(key) ? Float.parseFloat(getString(key, null).trim()) : absent;
    }

    public void setFloat(String key, float value) {
        values.put(key, value);
    }

    /** The bytes of a key, or {@code absent}. */
    public byte[] getBytes(String key, byte[] absent) {
        return values.get(key) instanceof byte[] bytes ? bytes : absent;
    }

    public void setBytes(String key, byte[] bytes) {
        values.put(key, Objects.requireNonNull(bytes, key));
    }

    /** The value as text, or null. */
    public String getValue(ConfigOption<?> option) {
        Object value = keyOf(option).<Object>map(values::get).orElse(option.defaultValue());
        return value == null ? null : text(value);
    }

    /** The value as one of an enum's; an error that names those there are. */
    public <E extends Enum<E>> E getEnum(Class<E> kind, ConfigOption<String> option) {
        return ConfigOptions.key(option.key())
                .enumType(kind)
                .noDefaultValue()
                .kind()
                .of(option.key(), getValue(option));
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
        return keyOf(option).isPresent();
    }

    public boolean containsKey(String key) {
        return values.containsKey(key);
    }

    public Set<String> keySet() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Forgets a setting; whether it was there. */
    public boolean removeConfig(ConfigOption<?> option) {
        return keyOf(option).map(values::remove).isPresent();
    }

    /** Forgets a setting; whether it was there. */
    public boolean removeKey(String key) {
        return values.remove(key) != null;
    }

    /** Takes over all settings of another configuration, their keys after a prefix. */
    public void addAll(Configuration other, String prefix) {
        other.values.forEach((key, value) -> values.put(prefix + key, value));
    }

    /** Adds all settings to properties, as text. */
    public void addAllToProperties(Properties properties) {
        properties.putAll(toMap());
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
