package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Makes options: {@code ConfigOptions.key("port").intType().defaultValue(8081)}. */
@ModelApi
public final class ConfigOptions {

    private ConfigOptions() {}

    /** Begins an option of this name. */
    public static OptionBuilder key(String key) {
        return new OptionBuilder(Objects.requireNonNull(key, "key"));
    }

    /** An option whose type is still to be said. */
    public static final class OptionBuilder {

        private final String key;

        OptionBuilder(String key) {
            this.key = key;
        }

        public TypedConfigOptionBuilder<Boolean> booleanType() {
            return of("true or false", Boolean.class, OptionKind::truth);
        }

        public TypedConfigOptionBuilder<Integer> intType() {
            return of("an int", Integer.class, Integer::valueOf);
        }

        public TypedConfigOptionBuilder<Long> longType() {
            return of("a long", Long.class, Long::valueOf);
        }

        public TypedConfigOptionBuilder<Float> floatType() {
            return of("a float", Float.class, Float::valueOf);
        }

        public TypedConfigOptionBuilder<Double> doubleType() {
            return of("a double", Double.class, Double::valueOf);
        }

        public TypedConfigOptionBuilder<String> stringType() {
            return of("a string", String.class, text -> text);
        }

        /** Durations such as {@code 500ms}, {@code 10 s}, {@code 2min} or {@code PT1H}. */
        public TypedConfigOptionBuilder<Duration> durationType() {
            return of("a duration", Duration.class, DurationText::parse);
        }

        /** Sizes such as {@code 64mb} or {@code 4 kb}. */
        public TypedConfigOptionBuilder<MemorySize> memoryType() {
            return of("a memory size", MemorySize.class, MemorySize::parse);
        }

        public <E extends Enum<E>> TypedConfigOptionBuilder<E> enumType(Class<E> type) {
            return of(
                    "one of " + Arrays.toString(type.getEnumConstants()),
                    type,
                    text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
        }

        /** Maps written {@code key:value,key:value}. */
        public TypedConfigOptionBuilder<Map<String, String>> mapType() {
            return of("a map", Map.class, OptionKind::map);
        }

        /** An option of the type of its default; the older form. */
        @SuppressWarnings("unchecked") // the kind is that of the value's class
        public <T> ConfigOption<T> defaultValue(T value) {
            return new ConfigOption<>(key, (OptionKind<T>) kindOf(value), value, "");
        }

        /** A text option without a default; the older form. */
        public ConfigOption<String> noDefaultValue() {
            return stringType().noDefaultValue();
        }

        private OptionKind<?> kindOf(Object value) {
            if (value instanceof Boolean) {
                return booleanType().kind;
            }
            if (value instanceof Integer) {
                return intType().kind;
            }
            if (value instanceof Long) {
                return longType().kind;
            }
            if (value instanceof Float) {
                return floatType().kind;
            }
            if (value instanceof Double) {
                return doubleType().kind;
            }
            if (value instanceof String) {
                return stringType().kind;
            }
            throw new IllegalArgumentException("the type of " + key + " cannot be told by its default " + value
                    + "; say it, as in ConfigOptions.key(...).intType()");
        }

        private <T> TypedConfigOptionBuilder<T> of(String name, Class<?> type, OptionKind.Reader<T> reader) {
            return new TypedConfigOptionBuilder<>(key, new OptionKind<>(name, type, reader));
        }
    }

    /** An option whose default is still to be said. */
    public static class TypedConfigOptionBuilder<T> {

        private final String key;
        private final OptionKind<T> kind;

        TypedConfigOptionBuilder(String key, OptionKind<T> kind) {
            this.key = key;
            this.kind = kind;
        }

        /** A list of such values, written with semicolons between them. */
        public ListConfigOptionBuilder<T> asList() {
            return new ListConfigOptionBuilder<>(key, OptionKind.listOf(kind));
        }

        public ConfigOption<T> defaultValue(T value) {
            return new ConfigOption<>(key, kind, Objects.requireNonNull(value, "default"), "");
        }

        public ConfigOption<T> noDefaultValue() {
            return new ConfigOption<>(key, kind, null, "");
        }
    }

    /** A list option whose default is still to be said. */
    public static final class ListConfigOptionBuilder<E> {

        private final String key;
        private final OptionKind<List<E>> kind;

        ListConfigOptionBuilder(String key, OptionKind<List<E>> kind) {
            this.key = key;
            this.kind = kind;
        }

        @SafeVarargs
        @SuppressWarnings("varargs") // the array is copied out of at once
        public final ConfigOption<List<E>> defaultValues(E... values) {
            return new ConfigOption<>(key, kind, Arrays.asList(values), "");
        }

        public ConfigOption<List<E>> noDefaultValue() {
            return new ConfigOption<>(key, kind, null, "");
        }
    }
}
