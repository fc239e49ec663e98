package dev.millrace.core.element;

/** One thing that travels on a channel, first in, first out. */
public sealed interface Element permits Batch, Watermark, Idleness, Barrier, EndOfData, EndOfChannel, LoopMark {

    /** Calls the method of {@code handler} that belongs to this kind of element. */
    void deliverTo(Handler handler);

    /** Receives each kind of element. */
    interface Handler {
        void onBatch(Batch batch);

        void onWatermark(Watermark watermark);

        void onIdleness(Idleness idleness);

        void onBarrier(Barrier barrier);

        void onEndOfData(EndOfData end);

        void onEndOfChannel(EndOfChannel end);

        void onLoopMark(LoopMark mark);
    }
}
