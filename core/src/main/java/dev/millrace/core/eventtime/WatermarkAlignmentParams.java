package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/**
 * How far an input may run ahead of the others of its group.
 *
 * @param maxAllowedWatermarkDrift milliseconds
 * @param updateInterval milliseconds between two comparisons
 */
@ModelApi
public record WatermarkAlignmentParams(String watermarkGroup, long maxAllowedWatermarkDrift, long updateInterval)
        implements Serializable {}
