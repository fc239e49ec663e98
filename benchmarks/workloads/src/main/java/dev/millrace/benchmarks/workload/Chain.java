package dev.millrace.benchmarks.workload;

import java.io.Serializable;

/** Map, filter, map: no key, no state, no exchange. */
public final class Chain {
    private Chain() {}

    public static long spread(long value) {
        return value * 31 + 7;
    }

    public static boolean keeps(long value) {
        return (value & 3) != 0;
    }

    public static long fold(long value) {
        return value ^ (value >>> 7);
    }

    /** A value with the name of where it was read. */
    public record Reading(String sensor, long value) implements Serializable {
        public Reading with(long newValue) {
            return new Reading(sensor, newValue);
        }
    }

    private static final String[] SENSORS = new String[64];

    static {
        for (int i = 0; i < SENSORS.length; i++) {
            SENSORS[i] = "sensor-" + i;
        }
    }

    public static Reading reading(long number) {
        return new Reading(SENSORS[(int) number & SENSORS.length - 1], number);
    }

    public static long check(Reading reading) {
        return reading.value() + reading.sensor().hashCode();
    }
}
