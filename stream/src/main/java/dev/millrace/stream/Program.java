package dev.millrace.stream;

import dev.millrace.core.closure.Closures;
import dev.millrace.core.closure.ResultClass;
import dev.millrace.core.function.DistributedCache.DistributedCacheEntry;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.option.CheckpointConfig;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.option.ExecutionOptions;
import dev.millrace.core.option.RuntimeExecutionMode;
import dev.millrace.core.plan.JobExecutor;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobGraphBuilder;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeException;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeOptions;
import dev.millrace.core.type.TypeSystem;
import dev.millrace.stream.collect.Collected;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The program that is being written: its steps in order, its settings, and the streams that are brought back. */
final class Program {

    private final ExecutionConfig config = new ExecutionConfig();
    private final CheckpointConfig checkpoints = new CheckpointConfig();
    private final Configuration configuration = new Configuration();
    private final SortedMap<String, DistributedCacheEntry> cachedFiles = new TreeMap<>();
    private final Map<Class<?>, TypeInformation<?>> declared = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Collected<?>> collected = new ArrayList<>();
    private long bufferTimeoutMillis =
            ExecutionOptions.BUFFER_TIMEOUT.defaultValue().toMillis();
    private boolean chaining = true;
    private RuntimeExecutionMode mode = ExecutionOptions.RUNTIME_MODE.defaultValue();
    private int channels;

    ExecutionConfig config() {
        return config;
    }

    CheckpointConfig checkpoints() {
        return checkpoints;
    }

    Configuration configuration() {
        return configuration;
    }

    long bufferTimeoutMillis() {
        return bufferTimeoutMillis;
    }

    void bufferTimeoutMillis(long millis) {
        if (millis < -1) {
            throw new IllegalArgumentException(
                    "the buffer timeout is 0 or more milliseconds, or -1 for none; not " + millis);
        }
        bufferTimeoutMillis = millis;
    }

    void mode(RuntimeExecutionMode newMode) {
        mode = Objects.requireNonNull(newMode, "mode");
    }

    boolean chaining() {
        return chaining;
    }

    void chaining(boolean allowed) {
        chaining = allowed;
    }

    /** The number of instances of operators that are given none. */
    int parallelism() {
        return config.getParallelism() == ExecutionConfig.PARALLELISM_DEFAULT
                ? Runtime.getRuntime().availableProcessors()
                : config.getParallelism();
    }

    /** Remembers a file that functions want to find. */
    void cache(String name, DistributedCacheEntry file) {
        try {
            file.locate(name);
        } catch (IOException missing) {
            throw new InvalidProgramException(missing.getMessage(), missing);
        }
        DistributedCacheEntry other = cachedFiles.putIfAbsent(name, file);
        if (other != null && !other.equals(file)) {
            throw new InvalidProgramException("two files are to be cached as '" + name + "': " + other.filePath()
                    + " and " + file.filePath() + "; give each a name of its own");
        }
    }

    /** Takes the word of the program for values of a class: a description of its own decides how they are written. */
    void declare(TypeInformation<?> information) {
        if (config.getTypeOptions().withInformation(information, userClasses()) == config.getTypeOptions()) {
            return; // the engine's own description, or a class that has a serializer
        }
        TypeInformation<?> other = declared.putIfAbsent(information.getTypeClass(), information);
        if (other != null && !other.equals(information)) {
            throw new InvalidProgramException(
                    "the values of " + information.getTypeClass().getName() + " are declared as " + other + " and as "
                            + information + "; a class has one form in a job");
        }
    }

    private TypeOptions types() {
        TypeOptions types = config.getTypeOptions();
        for (TypeInformation<?> information : declared.values()) {
            types = types.withInformation(information, userClasses());
        }
        return types;
    }

    /** Makes a user function fit to travel. */
    <F> F clean(F function) {
        Objects.requireNonNull(function, "the function must not be null");
        return config.isClosureCleanerEnabled() ? Closures.cleaned(function) : Closures.checked(function);
    }

    /** Makes a key selector fit to travel, and refuses keys that have no hash that is the same everywhere. */
    <T, K> KeySelector<T, K> cleanKey(KeySelector<T, K> selector) {
        ResultClass.of(selector, KeySelector.class, 1).ifPresent(this::requireKey);
        return clean(selector);
    }

    private void requireKey(Class<?> keyClass) {
        boolean open = Modifier.isAbstract(keyClass.getModifiers()) && !keyClass.isArray() || keyClass == Object.class;
        if (open) {
            return; // the keys themselves tell
        }
        try {
            TypeSystem.create(userClasses(), types()).requireKey(keyClass);
        } catch (TypeException e) {
            throw new InvalidProgramException(
                    "the keys of keyBy cannot be " + keyClass.getName() + ": " + e.getMessage(), e);
        }
    }

    /** Adds a step, with the settings that hold now. */
    Step add(Step step) {
        step.parallelism(parallelism());
        if (config.getMaxParallelism() != ExecutionConfig.PARALLELISM_DEFAULT) {
            step.maxParallelism(config.getMaxParallelism());
        }
        if (!chaining) {
            step.chaining(Step.Chaining.NEVER);
        }
        step.bufferTimeoutMillis(bufferTimeoutMillis);
        steps.add(step);
        return step;
    }

    /** Brings the records of a stream back to the program. */
    <T> Collected<T> collect(List<Lane> lanes) {
        String channel = "collect-" + channels++;
        Step step = Step.operator("collect", Collected.<T>operator(channel, checkpoints))
                .inBatch(Collected.<T>operatorInBatch(channel))
                .name("Collect")
                .stateful();
        lanes.forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), 0));
        add(step).parallelism(1);
        Collected<T> results = new Collected<>(channel, userClasses());
        collected.add(results);
        return results;
    }

    JobGraph graph(String name) {
        if (!config.hasAutoGeneratedUIDsEnabled()) {
            steps.stream().filter(step -> !step.isNamed()).findFirst().ifPresent(step -> {
                throw new IllegalStateException("the operator '" + step.name()
                        + "' has no id, and generated ones are switched off; give it one with uid(...)");
            });
        }
        boolean batch = isBatch();
        return JobGraphBuilder.build(
                name,
                new JobSettingsReader(config, checkpoints, configuration, cachedFiles).read(types(), batch),
                steps,
                parallelism());
    }

    private boolean isBatch() {
        return switch (mode) {
            case STREAMING -> false;
            case BATCH -> true;
            case AUTOMATIC -> steps.stream().allMatch(Step::isBounded);
        };
    }

    /** Starts the job and forgets its steps, so that the next job can be written. */
    JobHandle submit(String name) {
        JobGraph graph = graph(name);
        JobHandle job = executor().submit(graph, userClasses());
        collected.forEach(results -> results.attach(job));
        collected.clear();
        steps.clear();
        return job;
    }

    static ClassLoader userClasses() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Program.class.getClassLoader() : context;
    }

    private static JobExecutor executor() {
        return ServiceLoader.load(JobExecutor.class, userClasses())
                .findFirst()
                .or(() -> ServiceLoader.load(JobExecutor.class, Program.class.getClassLoader())
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("there is no engine on the class path to run the job;"
                        + " add the artifact dev.millrace:millrace-cluster"));
    }
}
