package dev.millrace.runtime.source;

import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.eventtime.WatermarkAlignmentParams;
import dev.millrace.runtime.SourceRequest;
import dev.millrace.runtime.chain.ChainServices;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps a source with its group: tells how far its event time has come, and holds back the splits that are ahead of what
 * the group allows; when all are, the reader is not called. Barriers pass a source that is held. Owned by the task's thread.
 */
final class SourceAlignment {
    /** What a source tells that the others need not wait for: it is idle, or has nothing to read. */
    private static final long NOBODY_WAITS = Long.MAX_VALUE;

    private final WatermarkAlignmentParams group;
    private final ChainServices services;
    private final SourceEventTime eventTime;
    private final SourceReader<?, ?> reader;
    private final Set<String> ahead = new TreeSet<>();
    private long limit = Long.MAX_VALUE;
    private long told = Long.MIN_VALUE;
    private boolean held;

    /**
     * @param group what the source is to be aligned with, or null for nothing
     */
    SourceAlignment(
            WatermarkAlignmentParams group,
            ChainServices services,
            SourceEventTime eventTime,
            SourceReader<?, ?> reader) {
        this.group = group;
        this.services = services;
        this.eventTime = eventTime;
        this.reader = reader;
    }

    boolean isOn() {
        return group != null;
    }

    /** The time between two reports, milliseconds. */
    long intervalMillis() {
        return group.updateInterval();
    }

    /** Whether no split may be read now. */
    boolean isHeld() {
        return held;
    }

    /** Tells how far event time has come, if that is news. A source that has seen no watermark yet tells nothing. */
    void report() {
        boolean waitedFor = eventTime.hasSplits() && !eventTime.isIdle();
        long reached = waitedFor ? eventTime.reached() : NOBODY_WAITS;
        if (reached != told && reached != Long.MIN_VALUE) {
            told = reached;
            services.events().sourceRequest(services.deployment().id(), new SourceRequest.EventTime(reached));
        }
    }

    /** The group allows event time up to {@code newLimit}, milliseconds since the epoch. */
    void limit(long newLimit) {
        limit = newLimit;
        apply();
    }

    /** Holds back what is ahead of the limit, and lets go what is not. */
    void apply() {
        if (limit == Long.MAX_VALUE && ahead.isEmpty() && !held) {
            return;
        }
        Set<String> known = new TreeSet<>();
        Set<String> now = new TreeSet<>();
        boolean any = false;
        boolean all = true;
        for (SplitOutput split : eventTime.splits()) {
            boolean isAhead = split.watermark() > limit && !split.isIdle();
            any |= isAhead;
            all &= isAhead || split.isIdle();
            if (split.split() != null) {
                known.add(split.split());
                if (isAhead) {
                    now.add(split.split());
                }
            }
        }
        held = any && all && eventTime.expected().isEmpty();
        for (SplitOutput split : eventTime.splits()) {
            split.stand(held || split.split() != null && now.contains(split.split()));
        }
        tellReader(known, now);
    }

    private void tellReader(Set<String> known, Set<String> now) {
        Set<String> pause = new TreeSet<>(now);
        pause.removeAll(ahead);
        Set<String> resume = new TreeSet<>(ahead);
        resume.removeAll(now);
        resume.retainAll(known);
        ahead.clear();
        ahead.addAll(now);
        if (!pause.isEmpty() || !resume.isEmpty()) {
            reader.pauseOrResumeSplits(pause, resume);
        }
    }
}
