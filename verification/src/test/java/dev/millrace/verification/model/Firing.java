package dev.millrace.verification.model;

import java.util.List;
import java.util.Set;

/** When windows fire, said in a few lines for each trigger. */
interface Firing {

    /** What becomes of a window. */
    enum Act {
        NOTHING,
        FIRE,
        FIRE_AND_EMPTY
    }

    /** Event time, and the clock, milliseconds since the epoch. */
    record Now(long watermark, long clock) {}

    Act onFact(Pane pane, Fact fact, long timestamp, Now now);

    default Act onTime(Pane pane, long time, boolean event) {
        return Act.NOTHING;
    }

    default void onMerge(Pane into, List<Pane> from, Now now) {}

    private static Act when(boolean fires) {
        return fires ? Act.FIRE : Act.NOTHING;
    }

    Firing NEVER = (pane, fact, timestamp, now) -> Act.NOTHING;

    /** At the end of the window, and with each later record. */
    Firing AT_THE_END = new Firing() {
        @Override
        public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
            if (pane.lapse.last() <= now.watermark()) {
                return Act.FIRE;
            }
            pane.eventTimes.add(pane.lapse.last());
            return Act.NOTHING;
        }

        @Override
        public Act onTime(Pane pane, long time, boolean event) {
            return when(event && time == pane.lapse.last());
        }

        @Override
        public void onMerge(Pane into, List<Pane> from, Now now) {
            if (into.lapse.last() > now.watermark()) {
                into.eventTimes.add(into.lapse.last());
            }
        }
    };

    /** When the clock has passed the window. */
    Firing BY_THE_CLOCK = new Firing() {
        @Override
        public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
            pane.clockTimes.add(pane.lapse.last());
            return Act.NOTHING;
        }

        @Override
        public Act onTime(Pane pane, long time, boolean event) {
            return when(!event);
        }
    };

    /** With every so many records. */
    static Firing counting(long most) {
        return new Firing() {
            @Override
            public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
                boolean full = pane.notes.merge("count", 1L, Long::sum) >= most;
                if (full) {
                    pane.notes.remove("count");
                }
                return when(full);
            }

            @Override
            public void onMerge(Pane into, List<Pane> from, Now now) {
                for (Pane each : from) {
                    if (each.notes.containsKey("count")) {
                        into.notes.merge("count", each.notes.get("count"), Long::sum);
                    }
                }
            }
        };
    }

    /** When a level lies above that of the last firing, or of the first record, by more than so much. */
    static Firing rising(long threshold) {
        return (pane, fact, timestamp, now) -> {
            Long last = pane.notes.putIfAbsent("level", (long) fact.level());
            boolean rises = last != null && fact.level() - last > threshold;
            if (rises) {
                pane.notes.put("level", (long) fact.level());
            }
            return when(rises);
        };
    }

    /** At every multiple of an interval of event time from the first record on, and at the end. */
    static Firing eachOfEventTime(long interval) {
        return new Firing() {
            @Override
            public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
                if (pane.lapse.last() <= now.watermark()) {
                    return Act.FIRE;
                }
                pane.eventTimes.add(pane.lapse.last());
                if (!pane.notes.containsKey("due")) {
                    due(pane, timestamp - Math.floorMod(timestamp, interval) + interval);
                }
                return Act.NOTHING;
            }

            private void due(Pane pane, long time) {
                long next = Math.min(time, pane.lapse.last());
                pane.notes.put("due", next);
                pane.eventTimes.add(next);
            }

            @Override
            public Act onTime(Pane pane, long time, boolean event) {
                if (!event || time == pane.lapse.last()) {
                    return when(event);
                }
                Long due = pane.notes.get("due");
                if (due == null || due != time) {
                    return Act.NOTHING;
                }
                due(pane, time + interval);
                return Act.FIRE;
            }

            @Override
            public void onMerge(Pane into, List<Pane> from, Now now) {
                earliestDue(into, from, into.eventTimes);
                if (into.lapse.last() > now.watermark()) {
                    into.eventTimes.add(into.lapse.last());
                }
            }
        };
    }

    private static void earliestDue(Pane into, List<Pane> from, Set<Long> times) {
        for (Pane each : from) {
            if (each.notes.containsKey("due")) {
                into.notes.merge("due", each.notes.get("due"), Math::min);
            }
        }
        if (into.notes.containsKey("due")) {
            times.add(into.notes.get("due"));
        }
    }

    /** At every multiple of an interval of the clock from the first record on; not later than the end while that lies ahead. */
    static Firing eachOfTheClock(long interval) {
        return new Firing() {
            @Override
            public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
                if (!pane.notes.containsKey("due")) {
                    due(pane, now.clock() - Math.floorMod(now.clock(), interval), interval);
                }
                return Act.NOTHING;
            }

            private void due(Pane pane, long from, long by) {
                long next = from < pane.lapse.last() ? Math.min(from + by, pane.lapse.last()) : from + by;
                pane.notes.put("due", next);
                pane.clockTimes.add(next);
            }

            @Override
            public Act onTime(Pane pane, long time, boolean event) {
                Long due = pane.notes.get("due");
                if (event || due == null || due != time) {
                    return Act.NOTHING;
                }
                due(pane, time, interval);
                return Act.FIRE;
            }

            @Override
            public void onMerge(Pane into, List<Pane> from, Now now) {
                earliestDue(into, from, into.clockTimes);
            }
        };
    }

    /** As another says, and what has fired goes. */
    static Firing emptying(Firing other) {
        return new Firing() {
            @Override
            public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
                return emptied(other.onFact(pane, fact, timestamp, now));
            }

            @Override
            public Act onTime(Pane pane, long time, boolean event) {
                return emptied(other.onTime(pane, time, event));
            }

            @Override
            public void onMerge(Pane into, List<Pane> from, Now now) {
                other.onMerge(into, from, now);
            }

            private Act emptied(Act act) {
                return act == Act.FIRE ? Act.FIRE_AND_EMPTY : act;
            }
        };
    }

    /** So long after the first record since it fired last, by the clock; at once, and empties it, with a level. */
    static Firing impatient(long waitMillis, int level) {
        return new Firing() {
            @Override
            public Act onFact(Pane pane, Fact fact, long timestamp, Now now) {
                long due = pane.notes.computeIfAbsent("due", first -> now.clock() + waitMillis);
                pane.clockTimes.add(due);
                if (fact.level() != level) {
                    return Act.NOTHING;
                }
                pane.notes.remove("due");
                pane.clockTimes.remove(due);
                return Act.FIRE_AND_EMPTY;
            }

            @Override
            public Act onTime(Pane pane, long time, boolean event) {
                Long due = pane.notes.get("due");
                if (event || due == null || due != time) {
                    return Act.NOTHING;
                }
                pane.notes.remove("due");
                return Act.FIRE;
            }
        };
    }
}
