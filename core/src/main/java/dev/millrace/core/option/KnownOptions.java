package dev.millrace.core.option;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options that the engine knows, found by the classes that declare them. */
public final class KnownOptions {

    private static final List<Class<?>> DECLARED_BY = List.of(
            CoreOptions.class,
            ExecutionOptions.class,
            CheckpointingOptions.class,
            RestartStrategyOptions.class,
            StateBackendOptions.class,
            PipelineOptions.class,
            MetricOptions.class);

    private KnownOptions() {}

    /** The classes whose constants are options, in the order in which one reads them. */
    public static List<Class<?>> declaredBy() {
        return DECLARED_BY;
    }

    /** All options, in the order of their declaration. */
    public static List<ConfigOption<?>> all() {
        List<ConfigOption<?>> all = new ArrayList<>();
        for (Class<?> declaring : DECLARED_BY) {
            for (Field field : declaring.getFields()) {
                all.add(constant(field));
            }
        }
        return all;
    }

    /** The option of a key, also of a former one. */
    static Optional<ConfigOption<?>> byKey(String key) {
        return all().stream()
                .filter(option ->
                        option.key().equals(key) || option.fallbackKeys().contains(key))
                .findFirst();
    }

    private static ConfigOption<?> constant(Field field) {
        try {
            return (ConfigOption<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("an option that is not public: " + field, e);
        }
    }
}
