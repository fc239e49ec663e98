package dev.millrace.verification.simulation;

import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.state.CheckpointListener;
import dev.millrace.core.state.CheckpointedFunction;
import dev.millrace.core.state.FunctionInitializationContext;
import dev.millrace.core.state.FunctionSnapshotContext;
import dev.millrace.core.state.ListState;
import dev.millrace.core.state.ListStateDescriptor;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.RichSinkFunction;
import dev.millrace.testkit.law.Interference;
import dev.millrace.testkit.outside.Outside;
import dev.millrace.testkit.simulation.Outcome;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * State beside keys. Lanes are counted in a union list, of which each instance takes up its share after a restore; a sink
 * function keeps what is not committed in a list that is dealt out, and commits when it is told that a checkpoint is durable.
 * The max parallelism changes from life to life, which only keyed state is bound to.
 */
record OperatorLists(Numbers source) implements Shape.Sized {
    private static final int LANES = 8;
    private static final String SINK = "counted";

    static OperatorLists of(long seed) {
        return new OperatorLists(Sizes.numbers(new SplittableRandom(seed)));
    }

    @Override
    public void write(StreamExecutionEnvironment environment) {
        environment.setMaxParallelism(environment.getParallelism() + LANES);
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "numbers")
                .rebalance()
                .map(new Count())
                .rebalance()
                .addSink(new CommitWhenTold());
    }

    @Override
    public void check(Outcome outcome) {
        List<Object> numbers = new ArrayList<>();
        long[] ofLane = new long[LANES];
        List<String> expectedCounts = new ArrayList<>();
        List<Object> counts = new ArrayList<>();
        for (Object committed : outcome.committed(SINK)) {
            String[] parts = committed.toString().split("@");
            numbers.add(parts[0]);
            counts.add(parts[1]);
            int lane = Integer.parseInt(parts[1].split(":")[0]);
            expectedCounts.add(lane + ":" + ++ofLane[lane]);
        }
        List<Long> expected = new ArrayList<>();
        for (long number = source.first(); number < source.end(); number++) {
            expected.add(number);
        }
        Results.requireSame(numbers, expected);
        Results.requireSame(counts, expectedCounts);
    }

    /** Counts each number in one of the lanes that are this instance's. */
    private static final class Count extends RichMapFunction<Long, String> implements CheckpointedFunction {
        private static final long serialVersionUID = 1;
        private transient ListState<String> union;
        private transient TreeMap<Integer, Long> own;

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            union = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("lanes", String.class));
            int instances = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
            int instance = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
            own = new TreeMap<>();
            for (int lane = instance; lane < LANES; lane += instances) {
                own.put(lane, 0L);
            }
            for (String item : union.get()) {
                String[] parts = item.split(":");
                own.computeIfPresent(Integer.valueOf(parts[0]), (lane, count) -> count + Long.parseLong(parts[1]));
            }
        }

        @Override
        public String map(Long number) {
            Integer lane = own.ceilingKey((int) (number % LANES));
            int chosen = lane == null ? own.firstKey() : lane;
            return number + "@" + chosen + ":" + own.merge(chosen, 1L, Long::sum);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            List<String> items = new ArrayList<>();
            own.forEach((lane, count) -> items.add(lane + ":" + count));
            union.update(items);
        }
    }

    /** Keeps what came before each checkpoint until that is durable. */
    private static final class CommitWhenTold extends RichSinkFunction<String>
            implements CheckpointedFunction, CheckpointListener {
        private static final long serialVersionUID = 1;
        private transient ListState<String> list;
        private transient String name;
        private transient List<String> open;
        private transient TreeMap<Long, String> waiting;

        @Override
        public void initializeState(FunctionInitializationContext context) throws Exception {
            name = Long.toString(World.current().random().nextLong());
            open = new ArrayList<>();
            waiting = new TreeMap<>();
            list = context.getOperatorStateStore().getListState(new ListStateDescriptor<>("waiting", String.class));
            for (String transaction : list.get()) {
                commit(transaction);
            }
        }

        @Override
        public void invoke(String value, Context context) {
            open.add(value);
        }

        @Override
        public void snapshotState(FunctionSnapshotContext context) throws Exception {
            if (!open.isEmpty()) {
                long id = context.getCheckpointId();
                waiting.put(id, name + "/" + id + " " + String.join(" ", open));
                open.clear();
            }
            list.update(List.copyOf(waiting.values()));
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) throws Exception {
            Map<Long, String> durable = waiting.headMap(checkpointId, true);
            for (String transaction : durable.values()) {
                commit(transaction);
            }
            durable.clear();
        }

        private static void commit(String transaction) throws Exception {
            Interference.here().before("commit of a sink function");
            List<String> parts = List.of(transaction.split(" "));
            Outside.here().commit(SINK, parts.get(0), new ArrayList<>(parts.subList(1, parts.size())));
        }
    }
}
