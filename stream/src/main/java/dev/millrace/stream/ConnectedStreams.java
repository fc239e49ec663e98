package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.InvalidProgramException;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.plan.Step;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.custom.CustomOperator;
import dev.millrace.stream.custom.TwoInputStreamOperator;
import dev.millrace.stream.function.CoFlatMapFunction;
import dev.millrace.stream.function.CoMapFunction;
import dev.millrace.stream.function.CoProcessFunction;
import dev.millrace.stream.function.KeyedCoProcessFunction;
import dev.millrace.stream.operator.Operators;
import java.util.List;

/** Two streams of different types side by side, for operations that see both and may share state. */
@ModelApi
public class ConnectedStreams<IN1, IN2> {

    private final StreamExecutionEnvironment environment;
    private final DataStream<IN1> first;
    private final DataStream<IN2> second;

    ConnectedStreams(StreamExecutionEnvironment environment, DataStream<IN1> first, DataStream<IN2> second) {
        this.environment = environment;
        this.first = first;
        this.second = second;
    }

    public StreamExecutionEnvironment getExecutionEnvironment() {
        return environment;
    }

    public DataStream<IN1> getFirstInput() {
        return first;
    }

    public DataStream<IN2> getSecondInput() {
        return second;
    }

    /** Brings records of both streams together whose keys are the same. */
    public <K> ConnectedStreams<IN1, IN2> keyBy(KeySelector<IN1, K> key1, KeySelector<IN2, K> key2) {
        return new ConnectedStreams<>(environment, first.keyBy(key1), second.keyBy(key2));
    }

    /** Like {@link #keyBy(KeySelector, KeySelector)}, with keys of an explicit type. */
    public <K> ConnectedStreams<IN1, IN2> keyBy(
            KeySelector<IN1, K> key1, KeySelector<IN2, K> key2, TypeInformation<K> keyType) {
        return new ConnectedStreams<>(environment, first.keyBy(key1, keyType), second.keyBy(key2, keyType));
    }

    /** By the fields at these positions. */
    public ConnectedStreams<IN1, IN2> keyBy(int position1, int position2) {
        return keyBy(new int[] {position1}, new int[] {position2});
    }

    /** By the fields at these positions. */
    public ConnectedStreams<IN1, IN2> keyBy(int[] positions1, int[] positions2) {
        return new ConnectedStreams<>(environment, first.keyBy(positions1), second.keyBy(positions2));
    }

    /** By the fields of these names. */
    public ConnectedStreams<IN1, IN2> keyBy(String field1, String field2) {
        return keyBy(new String[] {field1}, new String[] {field2});
    }

    /** By the fields of these names. */
    public ConnectedStreams<IN1, IN2> keyBy(String[] fields1, String[] fields2) {
        return new ConnectedStreams<>(environment, first.keyBy(fields1), second.keyBy(fields2));
    }

    private boolean isKeyed() {
        return first instanceof KeyedStream<?, ?> && second instanceof KeyedStream<?, ?>;
    }

    /** Adds an operator that reads both streams. */
    <R> SingleOutputStreamOperator<R> then(
            String kind, String name, OperatorFactory<?, ?> factory, TypeInformation<R> type) {
        Step step = Step.operator(kind, factory).name(name);
        first.lanes().forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), 0));
        second.lanes().forEach(lane -> step.reads(lane.from(), lane.tag(), lane.exchange(), 1));
        if (first instanceof KeyedStream<?, ?> keyed1 && second instanceof KeyedStream<?, ?> keyed2) {
            step.keyedBy(List.of(keyed1.getKeySelector(), keyed2.getKeySelector()));
        }
        environment.program().add(step);
        return new SingleOutputStreamOperator<>(environment, step, type);
    }

    /** Adds an operator of the program's own; its state belongs to keys when both streams have some. */
    public <R> SingleOutputStreamOperator<R> transform(
            String functionName, TypeInformation<R> outTypeInfo, TwoInputStreamOperator<IN1, IN2, R> operator) {
        OperatorFactory<?, ?> factory = CustomOperator.factory(first.clean(operator), isKeyed());
        SingleOutputStreamOperator<R> result = then("operator " + functionName, functionName, factory, outTypeInfo);
        result.step().stateful();
        return result;
    }

    public TypeInformation<IN1> getType1() {
        return first.getType();
    }

    public TypeInformation<IN2> getType2() {
        return second.getType();
    }

    /** One result for each record of either stream. */
    public <R> SingleOutputStreamOperator<R> map(CoMapFunction<IN1, IN2, R> coMapper) {
        return map(coMapper, null);
    }

    /** One result for each record of either stream, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> map(CoMapFunction<IN1, IN2, R> coMapper, TypeInformation<R> outputType) {
        OperatorFactory<?, ?> factory = Operators.coMap(first.clean(coMapper));
        return DataStream.keeping(coMapper, then("coMap", "Co-Map", factory, outputType));
    }

    /** Any number of results for each record of either stream. */
    public <R> SingleOutputStreamOperator<R> flatMap(CoFlatMapFunction<IN1, IN2, R> coFlatMapper) {
        return flatMap(coFlatMapper, null);
    }

    /** Any number of results for each record of either stream, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> flatMap(
            CoFlatMapFunction<IN1, IN2, R> coFlatMapper, TypeInformation<R> outputType) {
        OperatorFactory<?, ?> factory = Operators.coFlatMap(first.clean(coFlatMapper));
        return DataStream.keeping(coFlatMapper, then("coFlatMap", "Co-Flat Map", factory, outputType));
    }

    /** Whatever the function makes of each record of either stream; with timers when both have keys. */
    public <R> SingleOutputStreamOperator<R> process(CoProcessFunction<IN1, IN2, R> coProcessFunction) {
        return process(coProcessFunction, null);
    }

    /** Whatever the function makes of each record of either stream, of an explicit type. */
    public <R> SingleOutputStreamOperator<R> process(
            CoProcessFunction<IN1, IN2, R> coProcessFunction, TypeInformation<R> outputType) {
        OperatorFactory<?, ?> factory = Operators.coProcess(first.clean(coProcessFunction), isKeyed());
        return DataStream.keeping(coProcessFunction, then("coProcess", "Co-Process", factory, outputType));
    }

    /** Whatever the function makes of each record of either stream, with state and timers per key. */
    public <K, R> SingleOutputStreamOperator<R> process(KeyedCoProcessFunction<K, IN1, IN2, R> keyedCoProcessFunction) {
        return process(keyedCoProcessFunction, null);
    }

    /** Whatever the function makes of each record of either stream, of an explicit type. */
    public <K, R> SingleOutputStreamOperator<R> process(
            KeyedCoProcessFunction<K, IN1, IN2, R> keyedCoProcessFunction, TypeInformation<R> outputType) {
        if (!isKeyed()) {
            throw new InvalidProgramException("a KeyedCoProcessFunction needs keys on both streams;"
                    + " call keyBy(...) on both or on the connected streams first");
        }
        OperatorFactory<?, ?> factory = Operators.keyedCoProcess(first.clean(keyedCoProcessFunction));
        return then("keyedCoProcess", "Keyed Co-Process", factory, outputType);
    }
}
