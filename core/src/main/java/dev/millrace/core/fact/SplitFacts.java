package dev.millrace.core.fact;

/**
 * A split of a source at one moment.
 *
 * @param split its name, or null for a reader that does not tell splits apart
 * @param watermark its event time, {@link Long#MIN_VALUE} before the first
 * @param sinceMillis when its event time came there, milliseconds since the epoch
 * @param idle whether it holds nothing back because nothing has come for a while
 * @param held whether it is not read because it is ahead of its group
 */
public record SplitFacts(String split, long watermark, long sinceMillis, boolean idle, boolean held) {}
