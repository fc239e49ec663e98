package dev.millrace.examples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A taxi's ride begins or ends.
 *
 * @param timeMillis when, in event time
 */
public record Ride(long id, int driver, boolean isStart, long timeMillis) {

    private static final int DRIVERS = 7;
    private static final long MILLIS_BETWEEN_RIDES = 60_000;

    /** What was paid for a ride. */
    public record Fare(long ride, int driver, double tip, long timeMillis) {}

    private static long lengthMillis(long id) {
        return id % 11 == 3 ? 3 * 3_600_000L : (id * 7 % 50 + 5) * 60_000L;
    }

    private static int driver(long id) {
        return (int) (id * 5 % DRIVERS);
    }

    /** The beginnings and ends of so many rides, the same ones whenever they are asked for, in the order of their times. */
    static List<Ride> events(int rides) {
        List<Ride> events = new ArrayList<>();
        for (long id = 0; id < rides; id++) {
            long start = id * MILLIS_BETWEEN_RIDES;
            events.add(new Ride(id, driver(id), true, start));
            if (id % 13 != 12) {
                events.add(new Ride(id, driver(id), false, start + lengthMillis(id)));
            }
        }
        events.sort(Comparator.comparing(Ride::timeMillis));
        return events;
    }

    /** The fares of so many rides. */
    static List<Fare> fares(int rides) {
        List<Fare> fares = new ArrayList<>();
        for (long id = 0; id < rides; id++) {
            long end = id * MILLIS_BETWEEN_RIDES + lengthMillis(id);
            fares.add(new Fare(id, driver(id), id * 3 % 8 / 2.0, end));
        }
        fares.sort(Comparator.comparing(Fare::timeMillis));
        return fares;
    }
}
