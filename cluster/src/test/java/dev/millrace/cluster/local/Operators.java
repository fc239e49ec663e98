package dev.millrace.cluster.local;

import dev.millrace.core.accumulator.LongCounter;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Operators for jobs of tests. What they share with the test they find in the {@link Outside} of their job. */
final class Operators {

    private Operators() {}

    /** Counts per remainder and emits each count as {@code remainder * 1_000_000 + count}. */
    record Count() implements OperatorFactory<Integer, Integer> {
        @Override
        public Operator<Integer, Integer> create() {
            return new Operator<>() {
                private ValueState<Integer> count;
                private OperatorContext context;
                private Output<Integer> out;

                @Override
                public void open(OperatorContext context, Output<Integer> output) {
                    this.context = context;
                    out = output;
                    count = context.state().value(new ValueStateDescriptor<>("count", Integer.class));
                }

                @Override
                public void onRecord(int input, Integer value, long timestamp) throws IOException {
                    int next = count.value() == null ? 1 : count.value() + 1;
                    count.update(next);
                    out.emit((Integer) context.state().key() * 1_000_000 + next, timestamp);
                }

                @Override
                public void onWatermark(long timestamp) {
                    out.watermark(timestamp);
                }
            };
        }
    }

    /** Throws when it gets a number, as often as the outside allows. */
    record FailAt(String outside, int number) implements OperatorFactory<Integer, Integer> {
        @Override
        public Operator<Integer, Integer> create() {
            AtomicInteger failures = Outside.of(outside).failuresLeft;
            return new Operator<>() {
                private Output<Integer> out;

                @Override
                public void open(OperatorContext context, Output<Integer> output) {
                    out = output;
                }

                @Override
                public void onRecord(int input, Integer value, long timestamp) {
                    if (value == number && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("no " + value + ", please");
                    }
                    out.emit(value, timestamp);
                }

                @Override
                public void onWatermark(long timestamp) {
                    out.watermark(timestamp);
                }
            };
        }
    }

    /** Commits to the outside what came before a checkpoint, when that is complete. */
    record Commit(String outside) implements OperatorFactory<Integer, Integer> {
        @Override
        public Operator<Integer, Integer> create() {
            return new Committing(Outside.of(outside));
        }
    }

    private static final class Committing implements Operator<Integer, Integer>, CommitListener {
        private final Outside outside;
        private final LongCounter records = new LongCounter();
        private final List<Integer> fresh = new ArrayList<>();
        private final TreeMap<Long, String> committables = new TreeMap<>();
        private String name;
        private OperatorContext context;

        Committing(Outside outside) {
            this.outside = outside;
        }

        @Override
        public void restore(SnapshotReader reader) throws IOException {
            for (Object committable : reader.items("committables")) {
                outside.commit((String) committable);
            }
        }

        @Override
        public void open(OperatorContext given, Output<Integer> output) {
            context = given;
            name = given.job().id() + "-" + given.task().index() + "-"
                    + given.task().attempt();
            outside.attempts.merge(given.task().index(), given.task().attempt(), Math::max);
            given.accumulator("records", records);
        }

        @Override
        public void onRecord(int input, Integer value, long timestamp) {
            fresh.add(value);
            outside.seen.incrementAndGet();
            records.add(1);
        }

        @Override
        public void onWatermark(long timestamp) {}

        @Override
        public void snapshot(long checkpointId, SnapshotWriter writer) throws IOException {
            if (!fresh.isEmpty()) {
                committables.put(checkpointId, committable("@" + checkpointId));
            }
            writer.list("committables", committables.values());
        }

        private String committable(String suffix) {
            String records =
                    String.join(",", fresh.stream().map(String::valueOf).toList());
            fresh.clear();
            return name + suffix + "|" + records;
        }

        @Override
        public void onComplete(long checkpointId) {
            committables.headMap(checkpointId, true).values().forEach(outside::commit);
            committables.headMap(checkpointId, true).clear();
        }

        @Override
        public void onAborted(long checkpointId) {}

        @Override
        public boolean finish() {
            if (!outside.checkpoints && !fresh.isEmpty()) {
                outside.commit(committable("@end"));
            }
            return true;
        }

        @Override
        public void close() {
            assert context == null || !name.isEmpty();
        }
    }
}
