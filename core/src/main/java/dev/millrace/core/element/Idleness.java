package dev.millrace.core.element;

/** The channel has gone idle, and holds back no watermark, or has become active again. */
public enum Idleness implements Element {
    IDLE,
    ACTIVE;

    @Override
    public void deliverTo(Handler handler) {
        handler.onIdleness(this);
    }
}
