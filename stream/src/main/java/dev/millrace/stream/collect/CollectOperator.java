package dev.millrace.stream.collect;

import dev.millrace.core.operator.CommitListener;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.operator.OperatorContext;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Paced;
import dev.millrace.core.operator.Reporter;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends records to the program. With checkpoints a record is sent once it belongs to a durable one, so that it is handed
 * out exactly once; without, soon after it came. It takes nothing while the program has much left to read.
 */
final class CollectOperator<T> implements Operator<T, Void>, CommitListener, Paced, Reporter {

    /** So many records may have been sent that the program has not read; then the job waits for it. */
    static final long UNREAD_RECORDS_MAX = 1_000_000;
    /** So many bytes may have been sent that the program has not read. */
    static final long UNREAD_BYTES_MAX = 64 << 20;
    /** So many records may wait for their checkpoint: a wait for it could not end, so there it is an error. */
    static final int HELD_RECORDS_MAX = 1 << 24;

    private static final int RECORDS_MAX = 1_000;
    private static final long LINGER_MILLIS = 20;
    private static final String SEALED = "sealed";
    private static final String POSITION = "position";

    /** Records that belong to a checkpoint. */
    record Sealed(long checkpointId, int instance, long first, ArrayList<Object> records) implements Serializable {}

    /** How far an instance had come at a checkpoint. */
    record Position(int instance, long next) implements Serializable {}

    private final String channel;
    private final boolean checkpointed;
    private final Deque<Sealed> sealed = new ArrayDeque<>();
    private final Map<Integer, Long> restoredPositions = new HashMap<>();
    private ArrayList<Object> buffer = new ArrayList<>();
    private long first;
    private OperatorContext context;
    private Output<Void> output;
    private boolean alarmed;
    private final Unread unread = new Unread();

    CollectOperator(String channel, boolean checkpointed) {
        this.channel = channel;
        this.checkpointed = checkpointed;
    }

    @Override
    public void restore(SnapshotReader reader) throws IOException {
        for (Position position : reader.<Position>items(POSITION)) {
            restoredPositions.put(position.instance(), position.next());
        }
        sealed.addAll(reader.items(SEALED));
    }

    @Override
    public void open(OperatorContext context, Output<Void> output) throws Exception {
        this.context = context;
        this.output = output;
        first = restoredPositions.getOrDefault(context.task().index(), 0L);
        unread.begin(sealed.isEmpty() ? first : sealed.peek().first());
        sendUpTo(Long.MAX_VALUE);
    }

    @Override
    public boolean ready() {
        return unread.records() < UNREAD_RECORDS_MAX && unread.bytes() < UNREAD_BYTES_MAX;
    }

    @Override
    public void onTaken(String itsChannel, long position) {
        if (itsChannel.equals(channel)) {
            unread.takenTo(position);
        }
    }

    @Override
    public void onRecord(int input, T value, long timestamp) throws Exception {
        buffer.add(value);
        if (checkpointed) {
            requireRoom();
            return;
        }
        if (buffer.size() >= RECORDS_MAX) {
            sendBuffer();
        } else if (!alarmed) {
            alarmed = true;
            context.mailbox().at(context.clock().millis() + LINGER_MILLIS, () -> {
                alarmed = false;
                sendBuffer();
            });
        }
    }

    private void requireRoom() {
        if (buffer.size() > HELD_RECORDS_MAX) {
            throw new IllegalStateException(
                    "more than " + HELD_RECORDS_MAX + " records wait for a checkpoint, after which"
                            + " they are handed to the program; take checkpoints more often, or write them to a sink");
        }
    }

    private void sendBuffer() throws IOException {
        seal(0);
        sendUpTo(0);
    }

    private void seal(long checkpointId) {
        if (!buffer.isEmpty()) {
            sealed.add(new Sealed(checkpointId, context.task().index(), first, buffer));
            first += buffer.size();
            buffer = new ArrayList<>();
        }
    }

    private void sendUpTo(long checkpointId) throws IOException {
        while (!sealed.isEmpty() && sealed.peek().checkpointId() <= checkpointId) {
            Sealed next = sealed.poll();
            List<Object> records = next.records();
            for (int from = 0; from < records.size(); from += RECORDS_MAX) {
                int to = Math.min(records.size(), from + RECORDS_MAX);
                send(new CollectReport(next.instance(), next.first() + from, checkpointed, records.subList(from, to)));
            }
        }
    }

    private void send(CollectReport report) throws IOException {
        byte[] bytes = report.encoded(context.types());
        context.report(channel, bytes);
        if (report.instance() == context.task().index()) {
            unread.sent(report.end(), bytes.length);
        }
    }

    @Override
    public void onWatermark(long timestamp) {
        output.watermark(timestamp);
    }

    @Override
    public void beforeBarrier(long checkpointId) {
        seal(checkpointId);
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws IOException {
        writer.list(SEALED, sealed);
        writer.union(POSITION, List.of(new Position(context.task().index(), first)));
    }

    @Override
    public void onComplete(long checkpointId) throws IOException {
        sendUpTo(checkpointId);
    }

    @Override
    public boolean finish() throws IOException {
        if (!checkpointed) {
            sendBuffer();
        }
        return true;
    }
}
