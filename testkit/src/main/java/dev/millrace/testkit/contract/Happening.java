package dev.millrace.testkit.contract;

/** Something that comes to a part of a program. */
public sealed interface Happening {

    /** A source emits a record. The timestamp is in milliseconds since the epoch. */
    record Given(int source, Object value, long timestamp) implements Happening {}

    /** A source says how far event time has come, milliseconds since the epoch. */
    record Mark(int source, long timestamp) implements Happening {}

    /** A source falls idle, or wakes up. */
    record Idle(int source, boolean idle) implements Happening {}

    /** A source ends. */
    record End(int source) implements Happening {}

    /** The clock goes on. */
    record Tick(long millis) implements Happening {}

    /** Something is done outside, inside the world of the run: requests are answered. It runs again after a restore. */
    record Outside(String what, Runnable action) implements Happening {
        @Override
        public String toString() {
            return what;
        }
    }

    /** The source that this comes from, or -1. */
    default int from() {
        if (this instanceof Given given) {
            return given.source();
        } else if (this instanceof Mark mark) {
            return mark.source();
        } else if (this instanceof Idle idle) {
            return idle.source();
        }
        return this instanceof End end ? end.source() : -1;
    }
}
