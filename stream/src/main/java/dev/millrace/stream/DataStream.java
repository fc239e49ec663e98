package dev.millrace.stream;

import dev.millrace.connectors.basic.sink.PrintSink;
import dev.millrace.core.ModelApi;
import dev.millrace.core.closure.ClosedFunctions;
import dev.millrace.core.closure.ResultClass;
import dev.millrace.core.connector.SerializationSchema;
import dev.millrace.core.connector.Sink;
import dev.millrace.core.eventtime.AssignerWithPeriodicWatermarks;
import dev.millrace.core.eventtime.AssignerWithPunctuatedWatermarks;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.format.OutputFormat;
import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.FlatMapFunction;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.Partitioner;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.option.ExecutionConfig;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.Step;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.ListCheckpointed;
import dev.millrace.core.state.MapStateDescriptor;
import dev.millrace.core.tuple.Tuple;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.Types;
import dev.millrace.stream.custom.CustomOperator;
import dev.millrace.stream.custom.OneInputStreamOperator;
import dev.millrace.stream.field.FieldKeys;
import dev.millrace.stream.field.FieldPath;
import dev.millrace.stream.field.Projection;
import dev.millrace.stream.format.OutputFormatFunction;
import dev.millrace.stream.function.OutputSelector;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.stream.function.SinkFunction;
import dev.millrace.stream.function.StreamingFileSink;
import dev.millrace.stream.operator.Operators;
import dev.millrace.stream.sink.Sinks;
import dev.millrace.stream.sink.SocketFunction;
import dev.millrace.stream.sink.TextFileFunction;
import dev.millrace.stream.watermark.Watermarks;
import dev.millrace.stream.window.GlobalWindow;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.stream.window.WindowSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Records on their way. Each operation gives a new stream; nothing runs before the environment executes the program.
 *
 * @param <T> the records
 */
@ModelApi
public class DataStream<T> {

    private final StreamExecutionEnvironment environment;
    private final List<Lane> lanes;
    private final TypeInformation<T> type;

    DataStream(StreamExecutionEnvironment environment, List<Lane> lanes, TypeInformation<T> type) {
        this.environment = environment;
        this.lanes = lanes;
        this.type = type;
    }

    public StreamExecutionEnvironment getExecutionEnvironment() {
        return environment;
    }

    public ExecutionConfig getExecutionConfig() {
        return environment.getConfig();
    }

    /** The number of instances that emit this stream. */
    public int getParallelism() {
        return lanes.get(0).from().parallelism();
    }

    /**
     * The type that was declared for the records; objects of any class when none was, because the engine finds types by
     * the records and needs none.
     */
    public TypeInformation<T> getType() {
        TypeInformation<T> declared = declaredType();
        return declared == null ? anyType() : declared;
    }

    @SuppressWarnings("unchecked") // every record is an object
    private static <T> TypeInformation<T> anyType() {
        return (TypeInformation<T>) Types.GENERIC(Object.class);
    }

    TypeInformation<T> declaredType() {
        return type;
    }

    List<Lane> lanes() {
        return lanes;
    }

    <F> F clean(F function) {
        return environment.program().clean(function);
    }

    /** Adds an operator that reads this stream. */
    <R> SingleOutputStreamOperator<R> then(
            String kind, String name, OperatorFactory<?, ?> factory, TypeInformation<R> resultType) {
        Step step = Step.operator(kind, factory).name(name);
        lanes.forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), 0));
        prepare(step);
        environment.program().add(step);
        return new SingleOutputStreamOperator<>(environment, step, resultType);
    }

    /** Gives the operator what this kind of stream offers it. */
    void prepare(Step step) {
        // a stream without keys offers nothing
    }

    private DataStream<T> by(Exchange exchange) {
        return new DataStream<>(
                environment, lanes.stream().map(lane -> lane.by(exchange)).toList(), declaredType());
    }

    /** The records of this stream and the others, in no order between them. */
    @SafeVarargs
    public final DataStream<T> union(DataStream<T>... streams) {
        List<Lane> all = new ArrayList<>(lanes);
        for (DataStream<T> stream : streams) {
            all.addAll(stream.lanes());
        }
        return new DataStream<>(environment, List.copyOf(all), declaredType());
    }

    /** Two streams of different types side by side, for operations that see both. */
    public <R> ConnectedStreams<T, R> connect(DataStream<R> dataStream) {
        return new ConnectedStreams<>(environment, this, dataStream);
    }

    /** This stream beside a broadcast stream, whose maps are read while this stream is worked on. */
    public <R> BroadcastConnectedStream<T, R> connect(BroadcastStream<R> broadcastStream) {
        return new BroadcastConnectedStream<>(this, broadcastStream);
    }

    /** Pairs the records of two streams that have the same key and lie in the same window. */
    public <T2> JoinedStreams<T, T2> join(DataStream<T2> otherStream) {
        return new JoinedStreams<>(this, otherStream);
    }

    /** Brings the records of two streams together that have the same key and lie in the same window. */
    public <T2> CoGroupedStreams<T, T2> coGroup(DataStream<T2> otherStream) {
        return new CoGroupedStreams<>(this, otherStream);
    }

    /** Brings records of the same key together; operations on the result have state per key. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<T, K> key) {
        return new KeyedStream<>(this, environment.program().cleanKey(key));
    }

    /** Like {@link #keyBy(KeySelector)}, with keys of an explicit type. */
    public <K> KeyedStream<T, K> keyBy(KeySelector<T, K> key, TypeInformation<K> keyType) {
        if (!keyType.isKeyType()) {
            throw new InvalidProgramException("values of type " + keyType + " cannot be keys");
        }
        return keyBy(key);
    }

    /** Brings records together whose fields at these positions are the same; the key is a tuple of them. */
    public KeyedStream<T, Tuple> keyBy(int... fields) {
        return keyBy(FieldKeys.positions(fields));
    }

    /** Brings records together whose fields of these names are the same; the key is a tuple of them. */
    public KeyedStream<T, Tuple> keyBy(String... fields) {
        return keyBy(FieldKeys.names(fields));
    }

    /** Sends each record where a partitioner says. */
    public <K> DataStream<T> partitionCustom(Partitioner<K> partitioner, KeySelector<T, K> key) {
        return by(new Exchange.Custom(clean(partitioner), clean(key)));
    }

    /** Sends each record where a partitioner says, by the field at a position. */
    public <K> DataStream<T> partitionCustom(Partitioner<K> partitioner, int field) {
        return partitionCustom(partitioner, FieldKeys.single(FieldPath.of(field)));
    }

    /** Sends each record where a partitioner says, by the field of a name. */
    public <K> DataStream<T> partitionCustom(Partitioner<K> partitioner, String field) {
        return partitionCustom(partitioner, FieldKeys.single(FieldPath.of(field)));
    }

    /** Sends each record to every instance. */
    public DataStream<T> broadcast() {
        return by(new Exchange.Broadcast());
    }

    /** Sends each record to every instance, to fill maps that are the same everywhere. */
    public BroadcastStream<T> broadcast(MapStateDescriptor<?, ?>... broadcastStateDescriptors) {
        return new BroadcastStream<>(by(new Exchange.Broadcast()), List.of(broadcastStateDescriptors));
    }

    /** Sends each record to an instance by chance. */
    public DataStream<T> shuffle() {
        return by(new Exchange.Shuffle());
    }

    /** Sends records to the same instance; both sides must have the same parallelism. */
    public DataStream<T> forward() {
        return by(new Exchange.Forward());
    }

    /** Sends records to all instances in turn. */
    public DataStream<T> rebalance() {
        return by(new Exchange.Rebalance());
    }

    /** Sends records in turn to those instances that are the sender's share. */
    public DataStream<T> rescale() {
        return by(new Exchange.Rescale());
    }

    /** Sends all records to the first instance. */
    public DataStream<T> global() {
        return by(new Exchange.Global());
    }

    /** One result for each record. */
    public <R> SingleOutputStreamOperator<R> map(MapFunction<T, R> mapper) {
        return map(mapper, resultOf(mapper));
    }

    @SuppressWarnings("unchecked") // the class is that of the function's results
    private static <R> TypeInformation<R> resultOf(MapFunction<?, R> mapper) {
        return (TypeInformation<R>) ResultClass.of(mapper, MapFunction.class, 1)
                .filter(result -> result != Object.class && result != Void.class)
                .map(TypeInformation::of)
                .orElse(null);
    }

    /** One result for each record, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> map(MapFunction<T, R> mapper, TypeInformation<R> outputType) {
        return keeping(
                mapper, withoutCopies(mapper, "map", then("map", "Map", Operators.map(clean(mapper)), outputType)));
    }

    /** Any number of results for each record. */
    public <R> SingleOutputStreamOperator<R> flatMap(FlatMapFunction<T, R> flatMapper) {
        return flatMap(flatMapper, null);
    }

    /** Any number of results for each record, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> flatMap(FlatMapFunction<T, R> flatMapper, TypeInformation<R> outputType) {
        return keeping(flatMapper, then("flatMap", "Flat Map", Operators.flatMap(clean(flatMapper)), outputType));
    }

    /** The records for which the filter answers true. */
    public SingleOutputStreamOperator<T> filter(FilterFunction<T> filter) {
        return keeping(
                filter,
                withoutCopies(
                        filter, "filter", then("filter", "Filter", Operators.filter(clean(filter)), declaredType())));
    }

    /**
     * Results of a closed function are its input's or new, and its input belongs to the operator alone, unless keyed state
     * holds a part of it as its key.
     */
    private <R> SingleOutputStreamOperator<R> withoutCopies(
            Object function, String method, SingleOutputStreamOperator<R> operator) {
        if (!(this instanceof KeyedStream) && ClosedFunctions.isClosed(function, method)) {
            operator.step().emitsFresh();
        }
        return operator;
    }

    /** Gives records names by which they are selected; side outputs do the same and more. */
    public SplitStream<T> split(OutputSelector<T> outputSelector) {
        return new SplitStream<>(this, clean(outputSelector));
    }

    /** Whatever the function makes of each record, side outputs included. */
    public <R> SingleOutputStreamOperator<R> process(ProcessFunction<T, R> processFunction) {
        return process(processFunction, null);
    }

    /** Whatever the function makes of each record, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> process(
            ProcessFunction<T, R> processFunction, TypeInformation<R> outputType) {
        OperatorFactory<?, ?> factory = Operators.process(clean(processFunction), false);
        return keeping(processFunction, then("process", "Process", factory, outputType));
    }

    /** Gives records timestamps and watermarks; those from before are replaced. */
    public SingleOutputStreamOperator<T> assignTimestampsAndWatermarks(WatermarkStrategy<? super T> strategy) {
        OperatorFactory<?, ?> factory = Watermarks.assign(clean(strategy), getExecutionConfig());
        SingleOutputStreamOperator<T> result = then("watermarks", "Timestamps/Watermarks", factory, declaredType());
        result.step().stateful().emitsFresh().parallelism(getParallelism()); // each instance beside the one it reads
        return result;
    }

    /** Gives records timestamps and watermarks; the older form. */
    public SingleOutputStreamOperator<T> assignTimestampsAndWatermarks(AssignerWithPeriodicWatermarks<T> assigner) {
        return assignTimestampsAndWatermarks(clean(assigner).strategy());
    }

    /** Gives records timestamps and watermarks; the older form. */
    public SingleOutputStreamOperator<T> assignTimestampsAndWatermarks(AssignerWithPunctuatedWatermarks<T> assigner) {
        return assignTimestampsAndWatermarks(clean(assigner).strategy());
    }

    /** Windows over the whole stream; they run in one instance. */
    public <W extends Window> AllWindowedStream<T, W> windowAll(WindowAssigner<? super T, W> assigner) {
        return new AllWindowedStream<>(this, WindowSpec.of(assigner));
    }

    /** Windows of so many records of the whole stream. */
    public AllWindowedStream<T, GlobalWindow> countWindowAll(long size) {
        return new AllWindowedStream<>(this, ShortWindows.ofCount(size));
    }

    /** Windows of the last {@code size} records of the whole stream, one for every {@code slide} records. */
    public AllWindowedStream<T, GlobalWindow> countWindowAll(long size, long slide) {
        return new AllWindowedStream<>(this, ShortWindows.ofCount(size, slide));
    }

    /** Windows of a size over the whole stream, in the environment's time characteristic; the older form. */
    public AllWindowedStream<T, TimeWindow> timeWindowAll(Time size) {
        return windowAll(ShortWindows.ofTime(environment, size));
    }

    /** Windows of a size and slide over the whole stream, in the environment's time characteristic; the older form. */
    public AllWindowedStream<T, TimeWindow> timeWindowAll(Time size, Time slide) {
        return windowAll(ShortWindows.ofTime(environment, size, slide));
    }

    /** Tuples of some fields of tuples, in the order that is given. */
    public <R extends Tuple> SingleOutputStreamOperator<R> project(int... fieldIndexes) {
        return then("project", "Projection", Operators.map(new Projection<T, R>(fieldIndexes)), null);
    }

    /**
     * Begins a loop: the stream that this gives has the records of this one and those that {@link
     * IterativeStream#closeWith} leads back. The loop ends when this stream has ended and no record is on its way in it.
     */
    public IterativeStream<T> iterate() {
        return IterativeStream.of(this);
    }

    /**
     * Begins a loop, like {@link #iterate()}.
     *
     * @param maxWaitTimeMillis makes no difference: the end of a loop is found out exactly, so that there is nothing to wait
     *     for, and a record that takes longer than this for its way round is not lost
     */
    public IterativeStream<T> iterate(long maxWaitTimeMillis) {
        if (maxWaitTimeMillis < 0) {
            throw new IllegalArgumentException(
                    "the wait of a loop is 0 or more milliseconds, not " + maxWaitTimeMillis);
        }
        return iterate();
    }

    /** The whole partition of each instance, worked on when the data has ended. */
    public PartitionWindowedStream<T> fullWindowPartition() {
        return new InstancePartitions<>(this);
    }

    /** Adds an operator of the program's own, which keeps no state by keys. */
    public <R> SingleOutputStreamOperator<R> transform(
            String operatorName, TypeInformation<R> outputType, OperatorFactory<? super T, R> factory) {
        SingleOutputStreamOperator<R> result = then("operator " + operatorName, operatorName, factory, outputType);
        result.step().stateful();
        return result;
    }

    /** Adds an operator of the program's own; its state belongs to keys when the stream has some. */
    public <R> SingleOutputStreamOperator<R> transform(
            String operatorName, TypeInformation<R> outTypeInfo, OneInputStreamOperator<T, R> operator) {
        OperatorFactory<?, ?> factory = CustomOperator.factory(clean(operator), this instanceof KeyedStream);
        SingleOutputStreamOperator<R> result = then("operator " + operatorName, operatorName, factory, outTypeInfo);
        result.step().stateful();
        return result;
    }

    /** Writes records to a sink. */
    public DataStreamSink<T> sinkTo(Sink<T> sink) {
        return new DataStreamSink<>(
                then("sink", "Sink", Sinks.sink(clean(sink)), null).step().stateful());
    }

    /** Hands records to a sink function. */
    public DataStreamSink<T> addSink(SinkFunction<T> sinkFunction) {
        if (sinkFunction instanceof StreamingFileSink<T> files) {
            return sinkTo(files.sink());
        }
        OperatorFactory<?, ?> factory = Operators.sinkFunction(clean(sinkFunction));
        return new DataStreamSink<>(keeping(sinkFunction, then("sinkFunction", "Sink", factory, null))
                .step());
    }

    /**
     * Writes records as lines: to the file of this path from one instance, to files named by the instances' numbers in a
     * directory of this path from several. Nothing is undone after a failure; {@code FileSink} writes exactly once.
     */
    public DataStreamSink<T> writeAsText(String path) {
        return writeAsText(path, FileSystem.WriteMode.NO_OVERWRITE);
    }

    /** Like {@link #writeAsText(String)}; says whether a file that is there is written over. */
    public DataStreamSink<T> writeAsText(String path, FileSystem.WriteMode writeMode) {
        return addSink(TextFileFunction.lines(path, writeMode));
    }

    /** Writes tuples as lines of fields with commas between them; see {@link #writeAsText(String)}. */
    public DataStreamSink<T> writeAsCsv(String path) {
        return writeAsCsv(path, FileSystem.WriteMode.NO_OVERWRITE);
    }

    /** Like {@link #writeAsCsv(String)}; says whether a file that is there is written over. */
    public DataStreamSink<T> writeAsCsv(String path, FileSystem.WriteMode writeMode) {
        return writeAsCsv(path, writeMode, "\n", ",");
    }

    /** Writes tuples as rows of fields, with delimiters of one's own; see {@link #writeAsText(String)}. */
    public DataStreamSink<T> writeAsCsv(
            String path, FileSystem.WriteMode writeMode, String rowDelimiter, String fieldDelimiter) {
        return addSink(TextFileFunction.rows(path, writeMode, rowDelimiter, fieldDelimiter));
    }

    /** Writes records by a format; nothing is undone after a failure. */
    public DataStreamSink<T> writeUsingOutputFormat(OutputFormat<T> format) {
        return addSink(new OutputFormatFunction<>(format));
    }

    /** Sends records to a server, over one connection for each instance. */
    public DataStreamSink<T> writeToSocket(String hostName, int port, SerializationSchema<T> schema) {
        return addSink(new SocketFunction<>(hostName, port, clean(schema)));
    }

    /** Marks an operator whose function keeps state of its own beside keys. */
    static <R> SingleOutputStreamOperator<R> keeping(Object function, SingleOutputStreamOperator<R> operator) {
        if (function instanceof CheckpointedFunction || function instanceof ListCheckpointed<?>) {
            operator.step().stateful();
        }
        return operator;
    }

    /** Writes records as lines to standard output, after the instance's number where there are several. */
    public DataStreamSink<T> print() {
        return sinkTo(new PrintSink<>()).name("Print to Std. Out");
    }

    /** Writes records as lines to standard error, after the instance's number where there are several. */
    public DataStreamSink<T> printToErr() {
        return sinkTo(new PrintSink<>(true)).name("Print to Std. Err");
    }

    /** Like {@link #print()}, with a name before each line. */
    public DataStreamSink<T> print(String sinkIdentifier) {
        return sinkTo(new PrintSink<T>(sinkIdentifier)).name("Print to Std. Out");
    }

    /** Like {@link #printToErr()}, with a name before each line. */
    public DataStreamSink<T> printToErr(String sinkIdentifier) {
        return sinkTo(new PrintSink<T>(sinkIdentifier, true)).name("Print to Std. Err");
    }

    /** Runs the program and walks this stream's records; closing the iterator cancels the job. */
    public CloseableIterator<T> executeAndCollect() throws Exception {
        return executeAndCollect("Collect");
    }

    /** Runs the program under a name and walks this stream's records; closing the iterator cancels the job. */
    public CloseableIterator<T> executeAndCollect(String jobExecutionName) throws Exception {
        CloseableIterator<T> results = collectAsync();
        environment.executeAsync(jobExecutionName);
        return results;
    }

    /** Runs the program and returns the first records of this stream, at most {@code limit}. */
    public List<T> executeAndCollect(int limit) throws Exception {
        return executeAndCollect("Collect", limit);
    }

    /** Runs the program under a name and returns the first records of this stream, at most {@code limit}. */
    @SuppressWarnings("try") // closing may wait for the job to end and be interrupted
    public List<T> executeAndCollect(String jobExecutionName, int limit) throws Exception {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be 1 or more, not " + limit);
        }
        List<T> first = new ArrayList<>();
        try (CloseableIterator<T> results = executeAndCollect(jobExecutionName)) {
            while (first.size() < limit && results.hasNext()) {
                first.add(results.next());
            }
        }
        return first;
    }

    /**
     * Brings this stream's records back; the iterator can be walked once the program has been started, and closing it cancels
     * the job. The job waits while about a million records, or 64 MB, have not been read: of several streams all are to be
     * read at the same time, and {@code execute()} does not return before.
     */
    public CloseableIterator<T> collectAsync() {
        return environment.program().collect(lanes);
    }

    /** Brings this stream's records back to a collector's iterator. */
    public void collectAsync(Collector<T> collector) {
        collector.iterator = collectAsync();
    }

    /** Where {@link #collectAsync(Collector)} leaves its iterator. */
    @ModelApi
    public static class Collector<T> {

        private CloseableIterator<T> iterator;

        /** The records; to be walked once the program has been started. */
        public CloseableIterator<T> getOutput() {
            return iterator;
        }
    }
}
