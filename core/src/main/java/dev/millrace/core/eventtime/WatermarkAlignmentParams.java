package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Objects;

/**
 * How far an input may run ahead of the others of its group.
 *
 * @param maxAllowedWatermarkDrift milliseconds
 * @param updateInterval milliseconds between two comparisons
 */
@ModelApi
public record WatermarkAlignmentParams(String watermarkGroup, long maxAllowedWatermarkDrift, long updateInterval)
        implements Serializable {

    public WatermarkAlignmentParams {
        Objects.requireNonNull(watermarkGroup, "the group of a watermark alignment must not be null");
        if (maxAllowedWatermarkDrift < 0) {
            throw new IllegalArgumentException(
                    "an input may be 0 or more milliseconds ahead of its group, not " + maxAllowedWatermarkDrift);
        }
        if (updateInterval < 1) {
            throw new IllegalArgumentException(
                    "the update interval of a watermark alignment is 1 millisecond or more, not " + updateInterval);
        }
    }
}
