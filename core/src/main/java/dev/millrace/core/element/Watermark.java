package dev.millrace.core.element;

/**
 * No record with a timestamp at or below this one follows on the channel, but for late ones. Never goes back.
 *
 * @param timestamp milliseconds since the epoch
 */
public record Watermark(long timestamp) implements Element {

    /** The watermark after the last record of a bounded input. */
    public static final Watermark MAX = new Watermark(Long.MAX_VALUE);

    @Override
    public void deliverTo(Handler handler) {
        handler.onWatermark(this);
    }
}
