package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;

/** Where a generator's watermarks go. */
@ModelApi
public interface WatermarkOutput {

    /** Sends a watermark on; below or at an earlier one it does nothing. Ends idleness. */
    void emitWatermark(Watermark watermark);

    /** Says that nothing comes for the time being, so that nobody waits for this input. */
    void markIdle();

    /** Says that something comes again. */
    void markActive();
}
