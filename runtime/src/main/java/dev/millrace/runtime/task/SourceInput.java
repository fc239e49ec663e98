package dev.millrace.runtime.task;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.fact.TaskFacts.EventTimeFacts;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.runtime.chain.Chain;
import dev.millrace.runtime.source.SourceHead;
import java.util.function.Consumer;

/** The input of a source task: its reader. */
final class SourceInput implements TaskInput {
    private final SourceHead source;
    private final String id;
    private final Chain chain;
    private final Consumer<EndOfData> onEndOfData;
    private boolean ended;

    /**
     * @param id the source's stable id
     */
    SourceInput(SourceHead source, String id, Chain chain, Consumer<EndOfData> onEndOfData) {
        this.source = source;
        this.id = id;
        this.chain = chain;
        this.onEndOfData = onEndOfData;
    }

    SourceHead source() {
        return source;
    }

    @Override
    public boolean advance() {
        if (ended || source.isWaiting() || !chain.pace().isReady()) {
            return false;
        }
        long before = source.records();
        InputStatus status = source.poll(chain.pace());
        if (status == InputStatus.END_OF_INPUT) {
            end(EndOfData.DRAIN);
            return true;
        }
        return status == InputStatus.MORE_AVAILABLE || source.records() > before;
    }

    /** Ends the input, once. */
    @Override
    public void end(EndOfData mode) {
        if (!ended) {
            ended = true;
            onEndOfData.accept(mode);
        }
    }

    @Override
    public boolean advanceBarriers() {
        return false;
    }

    @Override
    public boolean bringsBarriers() {
        return false;
    }

    @Override
    public long watermark() {
        return chain.source().forwarded();
    }

    @Override
    public EventTimeFacts eventTime() {
        return new EventTimeFacts(watermark(), source.isIdle(), -1, -1);
    }

    @Override
    public void snapshot(long checkpointId, SnapshotWriter writer) throws Exception {
        source.snapshot(checkpointId, writer);
    }

    @Override
    public String stateId() {
        return id;
    }

    @Override
    public void checkpointEnded(long checkpointId, boolean complete) throws Exception {
        source.checkpointEnded(checkpointId, complete);
    }

    @Override
    public void close() throws Exception {
        source.close();
    }
}
