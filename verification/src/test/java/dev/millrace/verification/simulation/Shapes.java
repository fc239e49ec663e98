package dev.millrace.verification.simulation;

import java.util.Map;
import java.util.TreeMap;

/** All shapes, by name. */
final class Shapes {
    private Shapes() {}

    static TreeMap<String, Shape> all() {
        return new TreeMap<>(Map.of(
                "count", KeyedCount::of,
                "diamond", Diamond::of,
                "join", Join::of,
                "long", LongEmissions::of,
                "mutable", Mutable::of,
                "regions", Regions::of,
                "timers", Timers::of,
                "windows", Windows::of));
    }
}
