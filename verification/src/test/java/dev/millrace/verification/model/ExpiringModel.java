package dev.millrace.verification.model;

import dev.millrace.testkit.contract.Happening;
import dev.millrace.verification.model.Expiring.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * State that expires, as a list of things with the moments of their last use.
 *
 * @param lifeMillis how long a thing lives behind its last use
 * @param readingRenews whether reading is a use
 * @param showsExpired whether what has expired is seen once more
 */
record ExpiringModel(Kind kind, long lifeMillis, boolean readingRenews, boolean showsExpired) {

    /** A number under another, or in a place of its own; and when it was used last. */
    private static final class Thing {
        private final int place;
        private final int number;
        private long used;

        Thing(int place, int number, long used) {
            this.place = place;
            this.number = number;
            this.used = used;
        }
    }

    Told play(List<Happening> script) {
        Told told = new Told();
        Map<String, List<Thing>> things = new HashMap<>();
        long clock = 0;
        int moment = 0;
        for (Happening happening : script) {
            moment++;
            if (happening instanceof Happening.Tick tick) {
                clock += tick.millis();
            } else if (happening instanceof Happening.Given given) {
                Fact fact = (Fact) given.value();
                Object seen = act(fact, things.computeIfAbsent(fact.key(), none -> new ArrayList<>()), clock);
                told.add(moment, fact + " sees " + seen, given.timestamp());
            }
        }
        return told;
    }

    private boolean isOver(Thing thing, long clock) {
        return clock >= thing.used + lifeMillis;
    }

    private Object act(Fact fact, List<Thing> things, long clock) {
        int level = fact.level();
        if (level == 8) {
            things.clear();
        } else if (level < 4 || level == 9 || level == 10 && kind == Kind.LIST) {
            write(fact, things, clock);
        } else if (kind != Kind.MAP || level == 7 || level > 9) {
            return shown(read(things, things, clock));
        } else {
            List<Thing> asked =
                    things.stream().filter(thing -> thing.place == level - 4).toList();
            List<Thing> seen = read(things, asked, clock);
            return level == 6 ? !seen.isEmpty() : seen.isEmpty() ? null : seen.get(0).number;
        }
        return "";
    }

    private void write(Fact fact, List<Thing> things, long clock) {
        int place = kind == Kind.MAP ? fact.level() : 0;
        switch (kind) {
            case VALUE -> things.clear();
            case REDUCING, AGGREGATING -> {
                things.removeIf(thing -> isOver(thing, clock));
                things.forEach(thing -> thing.used = clock);
            }
            case MAP -> things.removeIf(thing -> thing.place == (fact.level() == 9 ? 1 : place));
            case LIST -> {
                if (fact.level() == 10) {
                    things.clear();
                }
            }
        }
        if (fact.level() < 4 || fact.level() == 9 && kind != Kind.VALUE && kind != Kind.MAP) {
            things.add(new Thing(place, fact.number(), clock));
        }
        if (kind == Kind.LIST && fact.level() >= 9) {
            things.add(new Thing(place, -fact.number(), clock));
        }
    }

    /** What is seen of those asked for: what lives, and once more, if so it is set, what does not. */
    private List<Thing> read(List<Thing> all, List<Thing> asked, long clock) {
        List<Thing> seen = new ArrayList<>();
        for (Thing thing : List.copyOf(asked)) {
            if (!isOver(thing, clock)) {
                thing.used = readingRenews ? clock : thing.used;
                seen.add(thing);
            } else {
                all.remove(thing);
                if (showsExpired) {
                    seen.add(thing);
                }
            }
        }
        return seen;
    }

    private Object shown(List<Thing> seen) {
        List<Integer> numbers = seen.stream().map(thing -> thing.number).toList();
        return switch (kind) {
            case VALUE -> numbers.isEmpty() ? null : numbers.get(0);
            case REDUCING ->
                numbers.isEmpty()
                        ? null
                        : numbers.stream().mapToInt(Integer::intValue).sum();
            case AGGREGATING -> numbers.isEmpty() ? null : new TreeSet<>(numbers);
            case LIST -> numbers;
            case MAP -> {
                TreeMap<Integer, Integer> all = new TreeMap<>();
                seen.forEach(thing -> all.put(thing.place, thing.number));
                yield all;
            }
        };
    }
}
