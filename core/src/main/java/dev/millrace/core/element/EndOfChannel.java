package dev.millrace.core.element;

/** The very last element of a channel. */
public enum EndOfChannel implements Element {
    END;

    @Override
    public void deliverTo(Handler handler) {
        handler.onEndOfChannel(this);
    }
}
