package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.BidRecord;
import dev.millrace.benchmarks.workload.nexmark.Events;
import dev.millrace.benchmarks.workload.nexmark.Queries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.Demand;
import dev.millrace.benchmarks.workload.nexmark.RecordQueries.HotItem;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** q5 with text for ids: bids and money per slice, and running totals of the window, as in {@link HotItems}. */
final class HotRecords implements Plan<BidRecord> {
    private final TreeMap<Long, Map<String, long[]>> slices = new TreeMap<>();
    private final Map<String, long[]> window = new HashMap<>();
    private final Map<Long, HotItem> hottest = new TreeMap<>();
    private long nextEnd = Long.MIN_VALUE;
    private long lastEnd;
    private Map<String, long[]> last;

    @Override
    public BidRecord pick(long number) {
        return Events.eventRecord(number).bid();
    }

    @Override
    public long hash(BidRecord bid) {
        return bid.auction().hashCode();
    }

    @Override
    public void process(BidRecord bid, Tally tally) {
        long end = bid.dateTime() - bid.dateTime() % Queries.SLIDE_MILLIS + Queries.SLIDE_MILLIS;
        if (end != lastEnd) {
            last = slices.computeIfAbsent(end, absent -> new HashMap<>());
            lastEnd = end;
        }
        add(last, bid.auction(), 1, bid.price());
    }

    private static void add(Map<String, long[]> totals, String auction, long bids, long money) {
        long[] total = totals.computeIfAbsent(auction, absent -> new long[2]);
        total[0] += bids;
        total[1] += money;
    }

    @Override
    public void watermark(long time, Tally tally) {
        if (nextEnd == Long.MIN_VALUE && !slices.isEmpty()) {
            nextEnd = slices.firstKey();
        }
        while (!slices.isEmpty() && nextEnd - 1 <= time) {
            Map<String, long[]> coming = slices.get(nextEnd);
            if (coming != null) {
                coming.forEach((auction, total) -> add(window, auction, total[0], total[1]));
            }
            Map<String, long[]> leaving = slices.remove(nextEnd - Queries.WINDOW_MILLIS);
            if (leaving != null) {
                leaving.forEach((auction, total) -> add(window, auction, -total[0], -total[1]));
                window.values().removeIf(total -> total[0] == 0);
            }
            long end = nextEnd;
            window.forEach((auction, total) -> offer(new HotItem(end, auction, new Demand(total[0], total[1]))));
            nextEnd += Queries.SLIDE_MILLIS;
        }
    }

    private void offer(HotItem item) {
        hottest.merge(item.windowEnd(), item, (a, b) -> a.isHotterThan(b) ? a : b);
    }

    @Override
    public void merge(Plan<BidRecord> other) {
        ((HotRecords) other).hottest.values().forEach(this::offer);
    }

    @Override
    public void end(Tally tally) {
        hottest.values().forEach(item -> tally.add(RecordQueries.check(item)));
    }
}
