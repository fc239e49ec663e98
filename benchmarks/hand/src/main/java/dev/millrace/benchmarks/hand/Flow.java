package dev.millrace.benchmarks.hand;

import dev.millrace.benchmarks.workload.Setup;
import dev.millrace.benchmarks.workload.Tally;
import dev.millrace.benchmarks.workload.nexmark.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs a plan in one thread, or in two that make half of the events each and own half of the keys: what belongs to the other
 * crosses in batches, on which event time rides.
 */
final class Flow<R> {
    private static final int BATCH = 512;
    private static final int EVENTS_PER_WATERMARK = 10_000;

    private final Plan<R> plan;
    private final Tally tally = new Tally();
    private final Ring<Object[]> in;
    private final Ring<Object[]> out;
    private Object[] batch;
    private int filled;
    private long mine = Long.MIN_VALUE;
    private long theirs = Long.MIN_VALUE;
    private long passed = Long.MIN_VALUE;

    private Flow(Plan<R> plan, Ring<Object[]> in, Ring<Object[]> out) {
        this.plan = plan;
        this.in = in;
        this.out = out;
    }

    static <R> void run(Setup setup, Supplier<Plan<R>> plans) throws Exception {
        int threads = setup.parallelism();
        if (threads > 2) {
            throw new IllegalArgumentException("written for one or two threads, not for " + threads);
        }
        List<Plan<R>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(plans.get());
        }
        if (threads == 1) {
            alone(all.get(0), setup.records());
        } else {
            List<Ring<Object[]>> to = List.of(Ring.ofObjects(BATCH), Ring.ofObjects(BATCH));
            Crew.run(2, me -> new Flow<>(all.get(me), to.get(me), to.get(1 - me)).run(me, setup.share()));
        }
        all.stream().skip(1).forEach(all.get(0)::merge);
        try (Tally tally = new Tally()) {
            all.get(0).end(tally);
        }
    }

    private static <R> void alone(Plan<R> plan, long records) {
        Tally tally = new Tally();
        for (long number = 0; number < records; number++) {
            R record = plan.pick(number);
            if (record != null) {
                plan.process(record, tally);
            }
            if ((number + 1) % EVENTS_PER_WATERMARK == 0) {
                plan.watermark(Events.watermark(number), tally);
            }
        }
        plan.watermark(Long.MAX_VALUE, tally);
        tally.close();
    }

    private void run(int me, long share) {
        for (long index = 0; index < share; index++) {
            long number = Events.number(index, me, 2);
            R record = plan.pick(number);
            if (record != null) {
                long hash = plan.hash(record);
                if (hash == Plan.STAYS || hash * 0xC2B2AE3D27D4EB4FL >>> 63 == me) {
                    plan.process(record, tally);
                } else {
                    pass(record, number);
                }
            }
            if ((index + 1) % EVENTS_PER_WATERMARK == 0) {
                send(Events.watermark(number));
                mine = Events.watermark(number);
                drain();
            }
        }
        send(Long.MAX_VALUE);
        mine = Long.MAX_VALUE;
        out.end();
        while (!in.isDrained()) {
            drain();
        }
        advance();
        tally.close();
    }

    private void pass(R record, long number) {
        if (batch == null) {
            claim();
        }
        batch[filled++] = record;
        if (filled == BATCH) {
            send(Events.watermark(number));
            drain();
        }
    }

    private void claim() {
        batch = out.claim();
        while (batch == null) {
            drain();
            batch = out.claim();
        }
        filled = 0;
    }

    private void send(long watermark) {
        if (batch == null) {
            claim();
        }
        out.send(filled, watermark);
        batch = null;
    }

    @SuppressWarnings("unchecked")
    private void drain() {
        Object[] records = in.peek();
        if (records == null) {
            Thread.onSpinWait();
            return;
        }
        int size = in.size();
        for (int i = 0; i < size; i++) {
            plan.process((R) records[i], tally);
        }
        theirs = in.watermark();
        in.release();
        advance();
    }

    private void advance() {
        long time = Math.min(mine, theirs);
        if (time > passed) {
            passed = time;
            plan.watermark(time, tally);
        }
    }
}
