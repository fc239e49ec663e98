package dev.millrace.stream.partition;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.MapPartitionFunction;
import dev.millrace.core.function.ReduceFunction;
import java.util.ArrayList;
import java.util.List;

/** What an instance has gathered of its partition so far. Owned by the task's thread. */
sealed interface Gathered<T, O> {

    void add(T value) throws Exception;

    /** The partition is complete. */
    void end(Collector<O> out) throws Exception;

    /** What has been gathered, for a snapshot. */
    List<?> state();

    /** Takes over what earlier instances had gathered. */
    void restore(List<Object> state) throws Exception;

    /** All records, for a function. */
    record All<T, O>(MapPartitionFunction<T, O> function, List<T> values) implements Gathered<T, O> {

        All(MapPartitionFunction<T, O> function) {
            this(function, new ArrayList<>());
        }

        @Override
        public void add(T value) {
            values.add(value);
        }

        @Override
        public void end(Collector<O> out) throws Exception {
            function.mapPartition(values, out);
        }

        @Override
        public List<?> state() {
            return values;
        }

        @Override
        @SuppressWarnings("unchecked") // records of this very input
        public void restore(List<Object> state) {
            state.forEach(value -> values.add((T) value));
        }
    }

    /** One value, into which the others are reduced. */
    final class Reduced<T> implements Gathered<T, T> {

        private final ReduceFunction<T> function;
        private T value;

        Reduced(ReduceFunction<T> function) {
            this.function = function;
        }

        @Override
        public void add(T next) throws Exception {
            value = value == null ? next : function.reduce(value, next);
        }

        @Override
        public void end(Collector<T> out) {
            if (value != null) {
                out.collect(value);
            }
        }

        @Override
        public List<?> state() {
            return value == null ? List.of() : List.of(value);
        }

        @Override
        @SuppressWarnings("unchecked") // a value of this very input
        public void restore(List<Object> state) throws Exception {
            for (Object part : state) {
                add((T) part);
            }
        }
    }

    /** An accumulator, to which values are added. */
    final class Aggregated<T, A, O> implements Gathered<T, O> {

        private final AggregateFunction<T, A, O> function;
        private A accumulator;

        Aggregated(AggregateFunction<T, A, O> function) {
            this.function = function;
        }

        private A accumulator() {
            return accumulator == null ? function.createAccumulator() : accumulator;
        }

        @Override
        public void add(T value) {
            accumulator = function.add(value, accumulator());
        }

        @Override
        public void end(Collector<O> out) {
            out.collect(function.getResult(accumulator()));
        }

        @Override
        public List<?> state() {
            return accumulator == null ? List.of() : List.of(accumulator);
        }

        @Override
        @SuppressWarnings("unchecked") // an accumulator of this very function
        public void restore(List<Object> state) {
            for (Object part : state) {
                accumulator = accumulator == null ? (A) part : function.merge(accumulator, (A) part);
            }
        }
    }
}
