package dev.millrace.stream.join;

import dev.millrace.check.Choices;
import dev.millrace.check.Gen;

/** What comes to a join, in which order: records of both sides, and watermarks that rise. */
sealed interface Happening {

    /** A record; its number tells it from all others. */
    record Arrival(int side, String key, int number, long timestamp) implements Happening {

        String name() {
            return key + number;
        }
    }

    /** Event time goes on by so many milliseconds. */
    record Passing(long millis) implements Happening {}

    Gen<Happening> ANY = Happening::one;

    private static Happening one(Choices choices) {
        if (choices.upTo(4) == 4) {
            return new Passing(choices.upTo(8));
        }
        String key = choices.upTo(1) == 0 ? "a" : "b";
        return new Arrival((int) choices.upTo(1), key, (int) choices.upTo(999), choices.upTo(40) - 10);
    }
}
