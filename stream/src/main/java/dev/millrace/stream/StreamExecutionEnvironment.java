package dev.millrace.stream;

import dev.millrace.connectors.basic.file.format.FileInputFormat;
import dev.millrace.connectors.basic.file.format.FilePathFilter;
import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Source;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.format.InputFormat;
import dev.millrace.core.function.DistributedCache.DistributedCacheEntry;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.SplittableIterator;
import dev.millrace.core.job.JobClient;
import dev.millrace.core.job.JobExecutionException;
import dev.millrace.core.job.JobExecutionResult;
import dev.millrace.core.job.JobListener;
import dev.millrace.core.option.CheckpointConfig;
import dev.millrace.core.option.CheckpointingMode;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.CoreOptions;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.option.GivenOptions;
import dev.millrace.core.option.ReadableConfig;
import dev.millrace.core.option.RestartStrategies;
import dev.millrace.core.option.RuntimeExecutionMode;
import dev.millrace.core.option.SlotSharingGroup;
import dev.millrace.core.option.foreign.StateBackend;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.format.InputFormatFunction;
import dev.millrace.stream.source.FileProcessingMode;
import dev.millrace.stream.source.IteratorFunction;
import dev.millrace.stream.source.ParallelSourceFunction;
import dev.millrace.stream.source.SourceFunction;
import dev.millrace.stream.source.SplitIteratorFunction;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Where a streaming program is written and started. A program makes streams from sources, applies operations, ends in
 * sinks, and calls {@link #execute()}.
 */
@ModelApi
public class StreamExecutionEnvironment implements AutoCloseable {

    /** The name of jobs that are given none. */
    public static final String DEFAULT_JOB_NAME = "Millrace Streaming Job";

    private static final InheritableThreadLocal<StreamExecutionEnvironmentFactory> CONTEXT =
            new InheritableThreadLocal<>();

    private final Program program = new Program();
    private final Sources sources = new Sources(this);
    private final Jobs jobs = new Jobs(program);
    private TimeCharacteristic timeCharacteristic = TimeCharacteristic.EventTime;
    private StateBackend stateBackend;

    public StreamExecutionEnvironment() {
        configure(GivenOptions.among(System.getProperties()));
    }

    /** The environment of this program. */
    public static StreamExecutionEnvironment getExecutionEnvironment() {
        return getExecutionEnvironment(new Configuration());
    }

    /** The environment of this program, with settings. */
    public static StreamExecutionEnvironment getExecutionEnvironment(Configuration configuration) {
        StreamExecutionEnvironmentFactory factory = CONTEXT.get();
        return factory == null
                ? new StreamExecutionEnvironment().configure(configuration)
                : factory.createExecutionEnvironment(configuration);
    }

    /** Lets a factory make the environments that this thread, and those that it starts from now on, ask for. */
    protected static void initializeContextEnvironment(StreamExecutionEnvironmentFactory factory) {
        CONTEXT.set(Objects.requireNonNull(factory, "factory"));
    }

    /** Ends what {@link #initializeContextEnvironment} began. */
    protected static void resetContextEnvironment() {
        CONTEXT.remove();
    }

    /** An environment that runs jobs in this process. */
    public static LocalStreamEnvironment createLocalEnvironment() {
        return createLocalEnvironment(getDefaultLocalParallelism());
    }

    /** An environment that runs jobs in this process. */
    public static LocalStreamEnvironment createLocalEnvironment(int parallelism) {
        return createLocalEnvironment(parallelism, new Configuration());
    }

    /** An environment that runs jobs in this process, with settings. */
    public static LocalStreamEnvironment createLocalEnvironment(int parallelism, Configuration configuration) {
        LocalStreamEnvironment environment = new LocalStreamEnvironment(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }

    /** An environment that runs jobs in this process, with settings. */
    public static LocalStreamEnvironment createLocalEnvironment(Configuration configuration) {
        int parallelism = configuration
                .getOptional(CoreOptions.DEFAULT_PARALLELISM)
                .orElseGet(() -> getDefaultLocalParallelism());
        return createLocalEnvironment(parallelism, configuration);
    }

    /** An environment that runs jobs in this process, with settings; there are no pages to look at. */
    public static StreamExecutionEnvironment createLocalEnvironmentWithWebUI(Configuration configuration) {
        return createLocalEnvironment(configuration);
    }

    /** The parallelism of environments that are given none: the available processors. */
    public static int getDefaultLocalParallelism() {
        return Runtime.getRuntime().availableProcessors();
    }

    Program program() {
        return program;
    }

    public ExecutionConfig getConfig() {
        return program.config();
    }

    public CheckpointConfig getCheckpointConfig() {
        return program.checkpoints();
    }

    /** The settings given with {@link #configure}. */
    public ReadableConfig getConfiguration() {
        return program.configuration();
    }

    /** Takes over settings; what they say about the job replaces what was set before. */
    public StreamExecutionEnvironment configure(ReadableConfig settings) {
        new GivenSettings(program).take(settings);
        return this;
    }

    /** Takes over settings; see {@link #configure(ReadableConfig)}. */
    public void configure(ReadableConfig settings, ClassLoader classLoader) {
        configure(settings);
    }

    /** Sets the number of instances of operators written from now on, from 1. */
    public StreamExecutionEnvironment setParallelism(int parallelism) {
        getConfig().setParallelism(parallelism);
        return this;
    }

    /** The number of instances of operators that are given none; the available processors unless it was set. */
    public int getParallelism() {
        return program.parallelism();
    }

    /** Sets the number of key groups of operators written from now on; state keeps it for ever. */
    public StreamExecutionEnvironment setMaxParallelism(int maxParallelism) {
        getConfig().setMaxParallelism(maxParallelism);
        return this;
    }

    /** The number of key groups, or -1 when it was not set. */
    public int getMaxParallelism() {
        return getConfig().getMaxParallelism();
    }

    /** How long a record may wait for its batch to fill: milliseconds, 0 not at all, -1 for ever. */
    public StreamExecutionEnvironment setBufferTimeout(long millis) {
        program.bufferTimeoutMillis(millis);
        return this;
    }

    /** See {@link #setBufferTimeout(long)}. */
    public StreamExecutionEnvironment setBufferTimeout(Duration timeout) {
        return setBufferTimeout(timeout.toMillis());
    }

    public long getBufferTimeout() {
        return program.bufferTimeoutMillis();
    }

    /** Lets every operator written from now on run in a task of its own. */
    public StreamExecutionEnvironment disableOperatorChaining() {
        program.chaining(false);
        return this;
    }

    public boolean isChainingEnabled() {
        return program.chaining();
    }

    /**
     * Says how the program is run; {@link RuntimeExecutionMode#STREAMING} unless this is set, or
     * {@code execution.runtime-mode}. It counts when the program is executed: in batch a source without an end, or a loop, is
     * an error then.
     */
    public StreamExecutionEnvironment setRuntimeMode(RuntimeExecutionMode mode) {
        program.mode(mode);
        return this;
    }

    /**
     * What {@code timeWindow} means, for sources written from now on too: with ingestion time their records get the time of
     * day, unless they are of {@link #fromSource}. Event time unless it was set.
     */
    public void setStreamTimeCharacteristic(TimeCharacteristic characteristic) {
        timeCharacteristic = Objects.requireNonNull(characteristic, "characteristic");
    }

    public TimeCharacteristic getStreamTimeCharacteristic() {
        return timeCharacteristic;
    }

    /** Takes a checkpoint every so many milliseconds. */
    public StreamExecutionEnvironment enableCheckpointing(long intervalMillis) {
        getCheckpointConfig().setCheckpointInterval(intervalMillis);
        return this;
    }

    /** Takes a checkpoint every so many milliseconds. */
    public StreamExecutionEnvironment enableCheckpointing(long intervalMillis, CheckpointingMode mode) {
        getCheckpointConfig().setCheckpointingMode(mode);
        return enableCheckpointing(intervalMillis);
    }

    /** Takes a checkpoint every half second; the older form. */
    public StreamExecutionEnvironment enableCheckpointing() {
        return enableCheckpointing(500);
    }

    /** Takes a checkpoint every so many milliseconds; the older form, whose {@code force} means nothing any more. */
    public StreamExecutionEnvironment enableCheckpointing(long intervalMillis, CheckpointingMode mode, boolean force) {
        return enableCheckpointing(intervalMillis, mode);
    }

    /** The time between two checkpoints, milliseconds; -1 when there are none. */
    public long getCheckpointInterval() {
        return getCheckpointConfig().isCheckpointingEnabled()
                ? getCheckpointConfig().getCheckpointInterval()
                : -1;
    }

    public CheckpointingMode getCheckpointingMode() {
        return getCheckpointConfig().getCheckpointingMode();
    }

    public CheckpointingMode getCheckpointingConsistencyMode() {
        return getCheckpointingMode();
    }

    /** Takes over where checkpoints go; state lives on the heap, whatever is chosen. */
    public StreamExecutionEnvironment setStateBackend(StateBackend backend) {
        stateBackend = Objects.requireNonNull(backend, "backend");
        if (backend.checkpointStorage() != null && getCheckpointConfig().getCheckpointStorage() == null) {
            getCheckpointConfig().setCheckpointStorage(backend.checkpointStorage());
        }
        return this;
    }

    /** What was set with {@link #setStateBackend}, or null. */
    public StateBackend getStateBackend() {
        return stateBackend;
    }

    public RestartStrategies.RestartStrategyConfiguration getRestartStrategy() {
        return getConfig().getRestartStrategy();
    }

    /** The older form of a fixed-delay restart strategy; -1 for the engine's own. */
    public void setNumberOfExecutionRetries(int retries) {
        getConfig().setNumberOfExecutionRetries(retries);
    }

    public int getNumberOfExecutionRetries() {
        return getConfig().getNumberOfExecutionRetries();
    }

    /** Nothing needs to be registered; serializers are generated for the classes that come. */
    public void registerType(Class<?> type) {
        getConfig().registerPojoType(type);
    }

    /** The operators that name the group share slots; its sizes count nothing. */
    public StreamExecutionEnvironment registerSlotSharingGroup(SlotSharingGroup group) {
        Objects.requireNonNull(group, "group");
        return this;
    }

    /** Tells a listener of each job that is submitted and of each that ends in {@link #execute()}. */
    public void registerJobListener(JobListener listener) {
        jobs.listeners().add(Objects.requireNonNull(listener, "listener"));
    }

    public List<JobListener> getJobListeners() {
        return jobs.listeners();
    }

    public void clearJobListeners() {
        jobs.listeners().clear();
    }

    public void setRestartStrategy(RestartStrategies.RestartStrategyConfiguration strategy) {
        getConfig().setRestartStrategy(strategy);
    }

    /**
     * Lets functions find a file by a name, with {@code getRuntimeContext().getDistributedCache().getFile(name)}. The file
     * is not moved: it has to be under this path wherever tasks run.
     *
     * @throws InvalidProgramException when the file is not there now, or another one has the name
     */
    public void registerCachedFile(String filePath, String name) {
        registerCachedFile(filePath, name, false);
    }

    /**
     * Like {@link #registerCachedFile(String, String)}.
     *
     * @param executable whether the file has to be a program that can be run
     */
    public void registerCachedFile(String filePath, String name, boolean executable) {
        program.cache(name, new DistributedCacheEntry(filePath, executable));
    }

    /** A stream of the given values, in order, from one instance. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are copied out of the array at once
    public final <T> DataStreamSource<T> fromData(T... data) {
        return fromData(Arrays.asList(data));
    }

    /** A stream of the given values, of a type of their own. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are copied out of the array at once
    public final <T> DataStreamSource<T> fromData(TypeInformation<T> type, T... data) {
        return fromData(Arrays.asList(data), type);
    }

    /** A stream of the values of a collection, in order, from one instance. */
    public <T> DataStreamSource<T> fromData(Collection<T> data) {
        return fromData(data, null);
    }

    /** A stream of the values of a collection, of a type of their own. */
    public <T> DataStreamSource<T> fromData(Collection<T> data, TypeInformation<T> type) {
        return sources.collection(data, type);
    }

    /** A stream of the given values, of a common class. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are copied out of the array at once
    public final <T> DataStreamSource<T> fromData(Class<T> type, T... data) {
        return fromData(Arrays.asList(data), TypeInformation.of(type));
    }

    /** A stream of the given values, of a common class; the older form of {@link #fromData(Class, Object[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are copied out of the array at once
    public final <T> DataStreamSource<T> fromElements(Class<T> type, T... data) {
        return fromData(Arrays.asList(data), TypeInformation.of(type));
    }

    /** What an iterator gives, from one instance; it has to be serializable, and after a failure it starts anew. */
    public <T> DataStreamSource<T> fromCollection(Iterator<T> data, Class<T> type) {
        return fromCollection(data, TypeInformation.of(type));
    }

    /** What an iterator gives, from one instance; it has to be serializable, and after a failure it starts anew. */
    public <T> DataStreamSource<T> fromCollection(Iterator<T> data, TypeInformation<T> type) {
        return addSource(new IteratorFunction<>(data), "Collection Source", type);
    }

    /** What the parts of an iterator give, one part for each instance; after a failure they start anew. */
    public <T> DataStreamSource<T> fromParallelCollection(SplittableIterator<T> data, Class<T> type) {
        return fromParallelCollection(data, TypeInformation.of(type));
    }

    /** What the parts of an iterator give, one part for each instance; after a failure they start anew. */
    public <T> DataStreamSource<T> fromParallelCollection(SplittableIterator<T> data, TypeInformation<T> type) {
        return addSource(new SplitIteratorFunction<>(data), "Parallel Collection Source", type);
    }

    /** A stream of the given values; the older form of {@link #fromData(Object[])}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are copied out of the array at once
    public final <T> DataStreamSource<T> fromElements(T... data) {
        return fromData(Arrays.asList(data));
    }

    /** A stream of the values of a collection; the older form of {@link #fromData(Collection)}. */
    public <T> DataStreamSource<T> fromCollection(Collection<T> data) {
        return fromData(data);
    }

    /** A stream of the values of a collection, of a type of their own. */
    public <T> DataStreamSource<T> fromCollection(Collection<T> data, TypeInformation<T> type) {
        return fromData(data, type);
    }

    /** The numbers from {@code from} to {@code to}, both included, dealt out to all instances. */
    public DataStreamSource<Long> fromSequence(long from, long to) {
        return sources.sequence(from, to);
    }

    /** The older form of {@link #fromSequence}. */
    public DataStreamSource<Long> generateSequence(long from, long to) {
        return fromSequence(from, to);
    }

    /** A stream of what a source reads. */
    public <T> DataStreamSource<T> fromSource(
            Source<T, ?, ?> source, WatermarkStrategy<T> watermarks, String sourceName) {
        return sources.unified(source, watermarks, sourceName, null);
    }

    /** A stream of what a source reads, of a type of its own. */
    public <T> DataStreamSource<T> fromSource(
            Source<T, ?, ?> source, WatermarkStrategy<T> watermarks, String sourceName, TypeInformation<T> type) {
        return sources.unified(source, watermarks, sourceName, type);
    }

    /** A stream of what a source function emits; in one instance unless it is a {@link ParallelSourceFunction}. */
    public <T> DataStreamSource<T> addSource(SourceFunction<T> function) {
        return addSource(function, "Custom Source");
    }

    /** A stream of what a source function emits, under a name. */
    public <T> DataStreamSource<T> addSource(SourceFunction<T> function, String sourceName) {
        return addSource(function, sourceName, null);
    }

    /** A stream of what a source function emits, of an explicit type. */
    public <T> DataStreamSource<T> addSource(SourceFunction<T> function, TypeInformation<T> type) {
        return addSource(function, "Custom Source", type);
    }

    /** A stream of what a source function emits, under a name and of an explicit type. */
    public <T> DataStreamSource<T> addSource(SourceFunction<T> function, String sourceName, TypeInformation<T> type) {
        return sources.function(function, sourceName, type);
    }

    /** The lines of a text file, of all files of a directory, or of those a glob matches; read once, as UTF-8. */
    public DataStreamSource<String> readTextFile(String path) {
        return readTextFile(path, "UTF-8");
    }

    /** The lines of text files in a character set. */
    public DataStreamSource<String> readTextFile(String path, String charset) {
        return sources.textFiles(path, charset);
    }

    /** What an input format reads, once; exactly once when its splits give the same records each time. */
    public <T> DataStreamSource<T> createInput(InputFormat<T, ?> format) {
        return createInput(format, Sources.declared(format));
    }

    /** What an input format reads, of an explicit type. */
    public <T> DataStreamSource<T> createInput(InputFormat<T, ?> format, TypeInformation<T> type) {
        return addSource(new InputFormatFunction<>(format), "Custom Source", type);
    }

    /** What a format of files reads, once. */
    public <T> DataStreamSource<T> readFile(FileInputFormat<T> format, String path) {
        return readFile(format, path, FileProcessingMode.PROCESS_ONCE, -1);
    }

    /**
     * What a format of files reads.
     *
     * @param interval milliseconds between two looks for files; of {@link FileProcessingMode#PROCESS_CONTINUOUSLY} only
     */
    public <T> DataStreamSource<T> readFile(
            FileInputFormat<T> format, String path, FileProcessingMode mode, long interval) {
        return readFile(format, path, mode, interval, Sources.declared(format));
    }

    /** Like {@link #readFile(FileInputFormat, String, FileProcessingMode, long)}, without what a filter leaves out. */
    public <T> DataStreamSource<T> readFile(
            FileInputFormat<T> format, String path, FileProcessingMode mode, long interval, FilePathFilter filter) {
        format.setFilesFilter(filter);
        return readFile(format, path, mode, interval);
    }

    /** Like {@link #readFile(FileInputFormat, String, FileProcessingMode, long)}, of an explicit type. */
    public <T> DataStreamSource<T> readFile(
            FileInputFormat<T> format, String path, FileProcessingMode mode, long interval, TypeInformation<T> type) {
        return sources.files(format, path, mode, interval, type);
    }

    /** The lines that a server sends, until it closes the connection. */
    public DataStreamSource<String> socketTextStream(String host, int port) {
        return socketTextStream(host, port, "\n");
    }

    /** The lines that a server sends, until it closes the connection. */
    public DataStreamSource<String> socketTextStream(String host, int port, String delimiter) {
        return socketTextStream(host, port, delimiter, 0);
    }

    /** The lines that a server sends, until it closes the connection; the older form. */
    public DataStreamSource<String> socketTextStream(String host, int port, char delimiter) {
        return socketTextStream(host, port, String.valueOf(delimiter));
    }

    /** The lines that a server sends; the older form of {@link #socketTextStream(String, int, String, long)}. */
    public DataStreamSource<String> socketTextStream(String host, int port, char delimiter, long maxRetry) {
        return socketTextStream(host, port, String.valueOf(delimiter), maxRetry);
    }

    /**
     * The lines that a server sends.
     *
     * @param maxRetry how often to connect again; below 0 for ever
     */
    public DataStreamSource<String> socketTextStream(String host, int port, String delimiter, long maxRetry) {
        return sources.socket(host, port, delimiter, maxRetry);
    }

    /** Runs the program and waits for its end. */
    public JobExecutionResult execute() throws Exception {
        return execute(jobs.name());
    }

    /**
     * Runs the program under a name and waits for its end.
     *
     * @throws JobExecutionException when the job failed or was cancelled; the cause says why
     */
    public JobExecutionResult execute(String jobName) throws Exception {
        return jobs.await(executeAsync(jobName));
    }

    /** Starts the program and returns at once. */
    public JobClient executeAsync() throws Exception {
        return executeAsync(jobs.name());
    }

    /** Starts the program under a name and returns at once. */
    public JobClient executeAsync(String jobName) throws Exception {
        return jobs.start(jobName);
    }

    /** Does nothing: an environment holds nothing open, and its jobs end by themselves. */
    @Override
    public void close() {}

    /** The job graph of the program so far; see {@link JobGraph#toString}. */
    public JobGraph getJobGraph(String jobName) {
        return program.graph(jobName);
    }

    /** The job graph of the program so far, drawn as text. */
    public String getExecutionPlan() {
        return getJobGraph(jobs.name()).toString();
    }
}
