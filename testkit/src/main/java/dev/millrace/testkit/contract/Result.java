package dev.millrace.testkit.contract;

import dev.millrace.core.element.Batch;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.SnapshotWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/** What came out of one stream, over all lives of a job: what a crash takes back is taken out again. */
final class Result {
    private final List<Item> items = new ArrayList<>();
    private final Map<Long, Integer> sizes = new HashMap<>();
    private final IntSupplier moment;
    private long watermark = Long.MIN_VALUE;
    private boolean idle;

    /**
     * @param moment how many happenings there have been
     */
    Result(IntSupplier moment) {
        this.moment = moment;
    }

    List<Item> items() {
        return List.copyOf(items);
    }

    /** Takes back what came after a checkpoint. */
    void rewind(long checkpointId) {
        items.subList(sizes.getOrDefault(checkpointId, items.size()), items.size())
                .clear();
        watermark = Long.MIN_VALUE;
        idle = false;
        for (Item item : items) {
            if (item.mark() && item.text().startsWith("W")) {
                watermark = Long.parseLong(item.text().substring(1));
            } else if (item.mark()) {
                idle = item.text().equals(Item.IDLE);
            }
        }
    }

    private void mark(String text) {
        items.add(new Item(moment.getAsInt(), text, true));
    }

    /** Makes what takes the results. It never travels. */
    OperatorFactory<Object, Void> taker() {
        return Taker::new;
    }

    private final class Taker implements Operator<Object, Void> {
        @Override
        public void onRecord(int input, Object value, long timestamp) {
            String at = timestamp == Batch.NO_TIMESTAMP ? "" : "@" + timestamp;
            items.add(new Item(moment.getAsInt(), value + at, false));
        }

        @Override
        public void onWatermark(long timestamp) {
            if (timestamp == Long.MAX_VALUE) {
                return; // the end of the data says the same
            }
            if (timestamp < watermark) {
                throw new AssertionError("watermark " + timestamp + " came out after " + watermark);
            }
            if (timestamp > watermark) {
                watermark = timestamp;
                mark("W" + timestamp);
            }
        }

        /** Idleness is no part of a snapshot: after a restore it is said once more. */
        @Override
        public void onIdle(boolean nowIdle, Output<Void> output) {
            if (nowIdle != idle) {
                idle = nowIdle;
                mark(idle ? Item.IDLE : Item.ACTIVE);
            }
        }

        @Override
        public void snapshot(long checkpointId, SnapshotWriter writer) {
            sizes.put(checkpointId, items.size());
        }

        @Override
        public boolean finish() {
            mark(Item.END);
            return true;
        }
    }
}
