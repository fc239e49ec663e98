package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.Bid;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import java.util.Map;
import java.util.TreeMap;

/**
 * q5: counts per slice of a second; the counts of the window are kept up to date by adding the slice that comes and taking
 * away the one that leaves.
 */
final class HotItems implements Plan<Bid> {
    private final TreeMap<Long, LongTable> slices = new TreeMap<>();
    private final LongTable window = new LongTable(1024);
    private final Map<Long, long[]> hottest = new TreeMap<>();
    private long nextEnd = Long.MIN_VALUE;
    private long lastEnd;
    private LongTable last;

    @Override
    public Bid pick(long number) {
        return Events.event(number).bid;
    }

    @Override
    public long hash(Bid bid) {
        return bid.auction;
    }

    @Override
    public void process(Bid bid, Tally tally) {
        long end = bid.dateTime - bid.dateTime % Queries.SLIDE_MILLIS + Queries.SLIDE_MILLIS;
        if (end != lastEnd) {
            last = slices.computeIfAbsent(end, absent -> new LongTable(16_384));
            lastEnd = end;
        }
        int at = last.place(bid.auction);
        last.first[at]++;
    }

    @Override
    public void watermark(long time, Tally tally) {
        if (nextEnd == Long.MIN_VALUE && !slices.isEmpty()) {
            nextEnd = slices.firstKey();
        }
        while (!slices.isEmpty() && nextEnd - 1 <= time) {
            add(slices.get(nextEnd));
            subtract(slices.remove(nextEnd - Queries.WINDOW_MILLIS));
            long[] best = best();
            if (best[1] > 0) {
                hottest.put(nextEnd, best);
            }
            nextEnd += Queries.SLIDE_MILLIS;
        }
    }

    private void add(LongTable slice) {
        if (slice != null) {
            for (int i = 0; i < slice.keys.length; i++) {
                if (slice.keys[i] != LongTable.FREE) {
                    int at = window.place(slice.keys[i]);
                    window.first[at] += slice.first[i];
                }
            }
        }
    }

    private void subtract(LongTable slice) {
        if (slice != null) {
            for (int i = 0; i < slice.keys.length; i++) {
                if (slice.keys[i] != LongTable.FREE) {
                    int at = window.place(slice.keys[i]);
                    window.first[at] -= slice.first[i];
                    if (window.first[at] == 0) {
                        window.remove(at);
                    }
                }
            }
        }
    }

    /** The auction with most bids in the window, and how many. */
    private long[] best() {
        long auction = 0;
        long count = 0;
        for (int i = 0; i < window.keys.length; i++) {
            long key = window.keys[i];
            if (key != LongTable.FREE && (count == 0 || Queries.hotter(window.first[i], key, count, auction))) {
                auction = key;
                count = window.first[i];
            }
        }
        return new long[] {auction, count};
    }

    @Override
    public void merge(Plan<Bid> other) {
        ((HotItems) other)
                .hottest.forEach((end, best) ->
                        hottest.merge(end, best, (a, b) -> Queries.hotter(a[1], a[0], b[1], b[0]) ? a : b));
    }

    @Override
    public void end(Tally tally) {
        hottest.forEach((end, best) -> tally.add(Queries.check5(end, best[0], best[1])));
    }
}
