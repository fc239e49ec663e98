package dev.millrace.core.element;

/**
 * The border between the records of a checkpoint and those after it. Ids rise strictly on a channel; a missing id was
 * aborted. (Carbone et al., Lightweight Asynchronous Snapshots for Distributed Dataflows, 2015.)
 *
 * @param timestampMillis when the checkpoint was triggered, milliseconds since the epoch
 */
public record Barrier(long checkpointId, long timestampMillis) implements Element {

    @Override
    public void deliverTo(Handler handler) {
        handler.onBarrier(this);
    }
}
