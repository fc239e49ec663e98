package dev.millrace.stream;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.rich.RichFunction;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowOperators;
import dev.millrace.stream.window.WindowSpec;

/** The operators that can follow a stream in windows. */
record WindowSteps<T, K, W extends Window>(Over over, KeyedStream<T, K> input, WindowSpec<T, W> spec) {

    /** Over what there are windows. */
    enum Over {
        KEY("window", "Window"),
        /** All records have one key, and come to one instance. */
        ALL("windowAll", "WindowAll");

        private final String kind;
        private final String title;

        Over(String kind, String title) {
            this.kind = kind;
            this.title = title;
        }
    }

    /** The same with other windows. */
    WindowSteps<T, K, W> with(WindowSpec<T, W> newSpec) {
        return new WindowSteps<>(over, input, newSpec);
    }

    <F> F clean(F function) {
        return input.clean(function);
    }

    /** What is kept in windows outlives an instance, so functions that fill them can have no life cycle. */
    private <F> F filling(F function) {
        F clean = clean(function);
        if (clean instanceof RichFunction) {
            throw new UnsupportedOperationException(
                    "a function that fills windows cannot be a RichFunction; give the window a function of its own");
        }
        return clean;
    }

    /** Windows whose records become one, which comes out. */
    SingleOutputStreamOperator<T> reduce(ReduceFunction<T> reducer) {
        return total("Reduce", filling(reducer));
    }

    /** Windows whose records become one, by one of the engine's functions. */
    SingleOutputStreamOperator<T> total(String name, ReduceFunction<T> reducer) {
        return then(name, WindowOperators.reduce(spec, reducer, WindowCall.none()), input.declaredType());
    }

    /** Windows whose records become one, for a function. */
    <R> SingleOutputStreamOperator<R> reduce(ReduceFunction<T> reducer, WindowCall<T, R, K, W> call) {
        return then("Reduce", WindowOperators.reduce(spec, filling(reducer), call), null);
    }

    /** Windows whose records are aggregated, for a function. */
    <A, V, R> SingleOutputStreamOperator<R> aggregate(
            AggregateFunction<T, A, V> aggregate, WindowCall<V, R, K, W> call) {
        return then("Aggregate", WindowOperators.aggregate(spec, filling(aggregate), call), null);
    }

    /** Windows that keep their records, for a function. */
    <R> SingleOutputStreamOperator<R> collect(String name, WindowCall<T, R, K, W> call, TypeInformation<R> resultType) {
        return then(name, WindowOperators.collect(spec, call), resultType);
    }

    private <R> SingleOutputStreamOperator<R> then(
            String name, OperatorFactory<?, ?> factory, TypeInformation<R> type) {
        String title = over.title + "(" + spec.assigner() + ", " + name + ")";
        SingleOutputStreamOperator<R> made = input.then(over.kind + " " + name, title, factory, type);
        return over == Over.ALL ? made.forceNonParallel() : made;
    }
}
