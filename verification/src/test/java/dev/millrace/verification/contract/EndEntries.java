package dev.millrace.verification.contract;

import static dev.millrace.verification.contract.KeyedEntries.keyed;

import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.function.Order;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.function.SinkFunction;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Operators that act at the end of the data, and sinks. */
final class EndEntries {

    private EndEntries() {}

    static List<Entry> all() {
        List<Entry> all = new ArrayList<>();
        all.addAll(partitions());
        all.addAll(sinks());
        return all;
    }

    private static List<Entry> partitions() {
        List<Happening> script = Scripts.inTime(1, 20);
        return List.of(
                Entry.of(
                                "mapPartition",
                                script,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .fullWindowPartition()
                                        .<String>mapPartition((values, out) -> out.collect("" + Shown.of(values)))))
                        .atOneParallelism(),
                Entry.of(
                        "a long mapPartition",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .fullWindowPartition()
                                .<String>mapPartition((values, out) -> values.forEach(value -> {
                                    for (int number = 0; number < 200; number++) {
                                        out.collect(value + " " + number);
                                    }
                                })))),
                Entry.of(
                        "sortPartition",
                        script,
                        board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                .fullWindowPartition()
                                .sortPartition(1, Order.DESCENDING))),
                Entry.of(
                                "reduce of a partition",
                                script,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .fullWindowPartition()
                                        .reduce((a, b) -> Tuple2.of(a.f0, a.f1 + b.f1))))
                        .atOneParallelism(),
                Entry.of(
                                "aggregate of a partition",
                                script,
                                board -> board.result(board.<Tuple2<String, Integer>>input(0)
                                        .fullWindowPartition()
                                        .aggregate(new Count())))
                        .atOneParallelism(),
                Entry.of("partitions of keys", script, board -> {
                            board.result(keyed(board, 0)
                                    .fullWindowPartition()
                                    .<String>mapPartition((values, out) -> out.collect("" + Shown.of(values))));
                            board.result(keyed(board, 0).fullWindowPartition().sortPartition(1, Order.ASCENDING));
                            board.result(keyed(board, 0)
                                    .fullWindowPartition()
                                    .reduce((a, b) -> Tuple2.of(a.f0, a.f1 + b.f1)));
                            board.result(keyed(board, 0).fullWindowPartition().aggregate(new Count()));
                        })
                        .unordered());
    }

    private static List<Entry> sinks() {
        List<Happening> script = Scripts.inTime(1, 20);
        return List.of(
                Entry.of("a sink that commits", script, board -> board.committed(board.input(0))),
                Entry.of(
                        "collect",
                        script,
                        board -> board.<Tuple2<String, Integer>>input(0).collectAsync()),
                Entry.of("an older sink", script, board -> {
                    board.<Tuple2<String, Integer>>input(0).addSink(new Older());
                    board.outside(() -> Committed.here().all());
                }));
    }

    private static final class Count implements AggregateFunction<Tuple2<String, Integer>, Integer, String> {
        @Override
        public Integer createAccumulator() {
            return 0;
        }

        @Override
        public Integer add(Tuple2<String, Integer> value, Integer count) {
            return count + 1;
        }

        @Override
        public String getResult(Integer count) {
            return "count " + count;
        }

        @Override
        public Integer merge(Integer a, Integer b) {
            return a + b;
        }
    }

    /** What older sinks have written for good, by the number of the record. */
    private static final class Committed {
        private final TreeMap<Integer, String> written = new TreeMap<>();

        static Committed here() {
            return World.current().shared(Committed.class, Committed::new);
        }

        void write(Tuple2<String, Integer> pair) {
            written.put(pair.f1, pair.f0);
        }

        List<String> all() {
            return List.of(written.toString());
        }
    }

    /** Keeps records until a checkpoint that has them is complete; may then write them again after a crash. */
    private static final class Older
            implements SinkFunction<Tuple2<String, Integer>>, CheckpointedFunction, CheckpointListener {
        private static final long serialVersionUID = 1;

        private final ArrayList<Tuple2<String, Integer>> open = new ArrayList<>();
        private transient ListState<Tuple2<String, Integer>> stored;
        private int sealed;

        @Override
        public void invoke(Tuple2<String, Integer> value, Context context) {
            open.add(value);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            stored.update(open);
            sealed = open.size();
        }

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            stored = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("open"));
            stored.get().forEach(open::add);
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            List<Tuple2<String, Integer>> done = open.subList(0, sealed);
            done.forEach(Committed.here()::write);
            done.clear();
            sealed = 0;
        }
    }
}
