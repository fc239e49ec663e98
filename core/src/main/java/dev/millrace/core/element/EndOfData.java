package dev.millrace.core.element;

/** The last record has passed; only marks follow. */
public enum EndOfData implements Element {
    /** The input is exhausted: windows and timers fire, results are final. */
    DRAIN,
    /** The job is suspended: nothing fires, the job goes on from its snapshot. */
    SUSPEND;

    @Override
    public void deliverTo(Handler handler) {
        handler.onEndOfData(this);
    }
}
