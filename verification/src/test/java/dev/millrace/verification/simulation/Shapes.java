package dev.millrace.verification.simulation;

import java.util.TreeMap;

/** All shapes, by name. */
final class Shapes {
    private Shapes() {}

    static TreeMap<String, Shape> all() {
        TreeMap<String, Shape> all = new TreeMap<>();
        all.put("batch", Batches::of);
        all.put("aligned", Aligned::of);
        all.put("broadcast", Broadcast::of);
        all.put("broadcast-rules", BroadcastRules::of);
        all.put("clock-windows", ClockWindows::of);
        all.put("count", KeyedCount::of);
        all.put("diamond", Diamond::of);
        all.put("ends", Ends::of);
        all.put("event-windows", EventWindows::of);
        all.put("expiring", Expiring::of);
        all.put("files", Files::of);
        all.put("idle", IdleUnion::of);
        all.put("join", Join::of);
        all.put("lists", OperatorLists::of);
        all.put("long", LongEmissions::of);
        all.put("loop", Loop::of);
        all.put("mutable", Mutable::of);
        all.put("nested-loops", NestedLoops::of);
        all.put("processing", ProcessingTime::of);
        all.put("reduced", Reduced::of);
        all.put("regions", Regions::of);
        all.put("requests", Requests::of);
        all.put("seam", Seam::of);
        all.put("storms", Storms::of);
        all.put("time-joins", TimeJoins::of);
        all.put("timers", Timers::of);
        all.put("windows", Windows::of);
        return all;
    }
}
