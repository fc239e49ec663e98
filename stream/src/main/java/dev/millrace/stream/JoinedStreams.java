package dev.millrace.stream;

import dev.millrace.core.ModelApi;
import dev.millrace.core.eventtime.Time;
import dev.millrace.core.function.FlatJoinFunction;
import dev.millrace.core.function.JoinFunction;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.join.TaggedUnion;
import dev.millrace.stream.join.WindowJoins;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.Trigger;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.stream.window.WindowSpec;
import java.time.Duration;

/**
 * Two streams whose records of one key and window are paired:
 * {@code one.join(two).where(key1).equalTo(key2).window(...).apply(...)}.
 */
@ModelApi
public class JoinedStreams<T1, T2> {

    private final DataStream<T1> input1;
    private final DataStream<T2> input2;

    JoinedStreams(DataStream<T1> input1, DataStream<T2> input2) {
        this.input1 = input1;
        this.input2 = input2;
    }

    /** The key of the first stream's records. */
    public <KEY> Where<KEY> where(KeySelector<T1, KEY> keySelector) {
        return new Where<>(input1.keyBy(keySelector));
    }

    /** The key of the first stream's records, of an explicit type. */
    public <KEY> Where<KEY> where(KeySelector<T1, KEY> keySelector, TypeInformation<KEY> keyType) {
        return new Where<>(input1.keyBy(keySelector, keyType));
    }

    /** With the key of the first stream. */
    @ModelApi
    public final class Where<KEY> {

        private final KeyedStream<T1, KEY> keyed1;

        Where(KeyedStream<T1, KEY> keyed1) {
            this.keyed1 = keyed1;
        }

        /** The key of the second stream's records. */
        public EqualTo equalTo(KeySelector<T2, KEY> keySelector) {
            return new EqualTo(input2.keyBy(keySelector));
        }

        /** The key of the second stream's records, of an explicit type. */
        public EqualTo equalTo(KeySelector<T2, KEY> keySelector, TypeInformation<KEY> keyType) {
            return new EqualTo(input2.keyBy(keySelector, keyType));
        }

        /** With the keys of both streams. */
        @ModelApi
        public final class EqualTo {

            private final KeyedStream<T2, KEY> keyed2;

            EqualTo(KeyedStream<T2, KEY> keyed2) {
                this.keyed2 = keyed2;
            }

            /** The windows in which records are paired. */
            public <W extends Window> WithWindow<T1, T2, KEY, W> window(
                    WindowAssigner<? super TaggedUnion<T1, T2>, W> assigner) {
                return new WithWindow<>(keyed1, keyed2, WindowSpec.of(assigner));
            }
        }
    }

    /** With keys and windows. */
    @ModelApi
    public static final class WithWindow<T1, T2, KEY, W extends Window> {

        private final KeyedStream<T1, KEY> keyed1;
        private final KeyedStream<T2, KEY> keyed2;
        private final WindowSpec<TaggedUnion<T1, T2>, W> spec;

        WithWindow(KeyedStream<T1, KEY> keyed1, KeyedStream<T2, KEY> keyed2, WindowSpec<TaggedUnion<T1, T2>, W> spec) {
            this.keyed1 = keyed1;
            this.keyed2 = keyed2;
            this.spec = spec;
        }

        private WithWindow<T1, T2, KEY, W> with(WindowSpec<TaggedUnion<T1, T2>, W> newSpec) {
            return new WithWindow<>(keyed1, keyed2, newSpec);
        }

        /** Says when windows fire, in place of the assigner's own trigger. */
        public WithWindow<T1, T2, KEY, W> trigger(Trigger<? super TaggedUnion<T1, T2>, ? super W> newTrigger) {
            return with(spec.withTrigger(newTrigger));
        }

        /** Takes records out of windows before or after the function. */
        public WithWindow<T1, T2, KEY, W> evictor(Evictor<? super TaggedUnion<T1, T2>, ? super W> newEvictor) {
            return with(spec.withEvictor(newEvictor));
        }

        /** How long after its end a window of event time still takes records. */
        public WithWindow<T1, T2, KEY, W> allowedLateness(Duration newLateness) {
            return with(spec.withAllowedLateness(newLateness.toMillis()));
        }

        /** How long after its end a window of event time still takes records. */
        public WithWindow<T1, T2, KEY, W> allowedLateness(Time newLateness) {
            return allowedLateness(newLateness.toDuration());
        }

        private <T> SingleOutputStreamOperator<T> then(OperatorFactory<?, ?> factory, TypeInformation<T> resultType) {
            return keyed1.connect(keyed2).then("window join", "Join(" + spec.assigner() + ")", factory, resultType);
        }

        /** One result for each pair of a window. */
        public <T> SingleOutputStreamOperator<T> apply(JoinFunction<T1, T2, T> function) {
            return apply(function, null);
        }

        /** One result for each pair of a window, of an explicit type. */
        public <T> SingleOutputStreamOperator<T> apply(
                JoinFunction<T1, T2, T> function, TypeInformation<T> resultType) {
            return then(WindowJoins.join(spec, keyed1.clean(function)), resultType);
        }

        /** Any number of results for each pair of a window. */
        public <T> SingleOutputStreamOperator<T> apply(FlatJoinFunction<T1, T2, T> function) {
            return apply(function, null);
        }

        /** Any number of results for each pair of a window, of an explicit type. */
        public <T> SingleOutputStreamOperator<T> apply(
                FlatJoinFunction<T1, T2, T> function, TypeInformation<T> resultType) {
            return then(WindowJoins.flatJoin(spec, keyed1.clean(function)), resultType);
        }

        /** The older form of {@link #apply(JoinFunction, TypeInformation)}. */
        public <T> SingleOutputStreamOperator<T> with(JoinFunction<T1, T2, T> function, TypeInformation<T> resultType) {
            return apply(function, resultType);
        }

        /** The older form of {@link #apply(JoinFunction)}. */
        public <T> SingleOutputStreamOperator<T> with(JoinFunction<T1, T2, T> function) {
            return apply(function);
        }

        /** The older form of {@link #apply(FlatJoinFunction, TypeInformation)}. */
        public <T> SingleOutputStreamOperator<T> with(
                FlatJoinFunction<T1, T2, T> function, TypeInformation<T> resultType) {
            return apply(function, resultType);
        }

        /** The older form of {@link #apply(FlatJoinFunction)}. */
        public <T> SingleOutputStreamOperator<T> with(FlatJoinFunction<T1, T2, T> function) {
            return apply(function);
        }
    }
}
