package dev.millrace.verification.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A window of a key: what lies in it, when it has to be looked at, and what is remembered about it. */
final class Pane {
    final String key;
    final Lapse lapse;
    final List<Dated> contents = new ArrayList<>();
    final TreeSet<Long> eventTimes = new TreeSet<>();
    final TreeSet<Long> clockTimes = new TreeSet<>();
    final Map<String, Long> notes = new HashMap<>();
    int fired;

    /** From its first millisecond to its last. */
    record Lapse(long first, long last) {
        static final Lapse ALWAYS = new Lapse(Long.MIN_VALUE, Long.MAX_VALUE);

        static Lapse of(long first, long size) {
            return new Lapse(first, first + size - 1);
        }

        /** Whether there is no millisecond between them. */
        boolean touches(Lapse other) {
            return first <= other.last + 1 && other.first <= last + 1;
        }

        Lapse with(Lapse other) {
            return new Lapse(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    /** A fact with its timestamp. */
    record Dated(Fact fact, long timestamp) {}

    Pane(String key, Lapse lapse) {
        this.key = key;
        this.lapse = lapse;
    }
}
