package dev.millrace.verification.contract;

import dev.millrace.core.element.Batch;
import dev.millrace.core.operator.BatchOperator;
import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.tuple.Tuple2;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Operators that break the contract, each in a way that a run without disturbance does not show. */
final class BrokenOperators {

    private BrokenOperators() {}

    /** Numbers records, and begins again after a restore. */
    static final class Forgets implements Operator<Tuple2<String, Integer>, String> {
        private Output<String> output;
        private int count;

        @Override
        public void open(OperatorContext context, Output<String> itsOutput) {
            output = itsOutput;
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }

        @Override
        public void onRecord(int input, Tuple2<String, Integer> pair, long timestamp) {
            output.emit(pair + " is number " + count++, timestamp);
        }
    }

    /** Holds each record back until the next one or the next checkpoint, behind whose barrier it comes out then. */
    static final class EmitsBehindTheBarrier implements Operator<Tuple2<String, Integer>, String>, CommitListener {
        private Output<String> output;
        private String held;

        @Override
        public void open(OperatorContext context, Output<String> itsOutput) {
            output = itsOutput;
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }

        @Override
        public void onRecord(int input, Tuple2<String, Integer> pair, long timestamp) {
            release();
            held = pair.toString();
        }

        private void release() {
            if (held != null) {
                output.emit(held, Batch.NO_TIMESTAMP);
                held = null;
            }
        }

        @Override
        public void onComplete(long checkpointId) {
            release();
        }

        @Override
        public boolean finish() {
            release();
            return true;
        }
    }

    /** Says how many records came at once. */
    static final class CountsBatches implements Operator<Tuple2<String, Integer>, String>, BatchOperator {
        private Output<String> output;

        @Override
        public void open(OperatorContext context, Output<String> itsOutput) {
            output = itsOutput;
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }

        @Override
        public void onBatch(int input, Batch batch, int from, int to) {
            output.emit((to - from) + " records", Batch.NO_TIMESTAMP);
        }

        @Override
        public void onRecord(int input, Tuple2<String, Integer> pair, long timestamp) {
            output.emit("1 records", Batch.NO_TIMESTAMP);
        }
    }

    /** Emits later, and has room for one record until then. */
    static final class DropsWithoutRoom implements Operator<Tuple2<String, Integer>, String> {
        private OperatorContext context;
        private Output<String> output;
        private String waiting;

        @Override
        public void open(OperatorContext itsContext, Output<String> itsOutput) {
            context = itsContext;
            output = itsOutput;
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }

        @Override
        public void onRecord(int input, Tuple2<String, Integer> pair, long timestamp) {
            if (waiting == null) {
                waiting = pair.toString();
                context.mailbox().execute(this::release);
            }
        }

        private void release() {
            if (waiting != null) {
                output.emit(waiting, Batch.NO_TIMESTAMP);
                waiting = null;
            }
        }

        @Override
        public boolean finish() {
            release();
            return true;
        }
    }

    /** Counts by key in a map of the instance, which is dealt out as it comes. */
    static final class CountsInTheInstance implements Operator<Tuple2<String, Integer>, String> {
        private final TreeMap<String, Integer> counts = new TreeMap<>();
        private Output<String> output;

        @Override
        public void restore(SnapshotReader reader) throws IOException {
            for (Tuple2<String, Integer> count : reader.<Tuple2<String, Integer>>items("counts")) {
                counts.put(count.f0, count.f1);
            }
        }

        @Override
        public void open(OperatorContext context, Output<String> itsOutput) {
            output = itsOutput;
        }

        @Override
        public void onWatermark(long timestamp) {
            output.watermark(timestamp);
        }

        @Override
        public void onRecord(int input, Tuple2<String, Integer> pair, long timestamp) {
            output.emit(pair.f0 + " " + counts.merge(pair.f0, 1, Integer::sum), timestamp);
        }

        @Override
        public void snapshot(long checkpointId, SnapshotWriter writer) throws IOException {
            List<Tuple2<String, Integer>> items = new ArrayList<>();
            counts.forEach((key, count) -> items.add(Tuple2.of(key, count)));
            writer.list("counts", items);
        }
    }
}
