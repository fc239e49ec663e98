package dev.millrace.cluster.schedule;

import dev.millrace.core.plan.Exchange;
import java.util.List;
import java.util.stream.IntStream;

/** Which instances of two vertices an exchange connects. */
final class Connections {

    private Connections() {}

    /** The consumers that a producer sends to, in order. */
    static List<Integer> consumers(Exchange exchange, int producer, int producers, int consumers) {
        if (exchange instanceof Exchange.Forward) {
            return List.of(producer);
        }
        if (exchange instanceof Exchange.Rescale) {
            return matching(producer, producers, consumers);
        }
        return IntStream.range(0, consumers).boxed().toList();
    }

    /** The producers that a consumer reads from, in order. */
    static List<Integer> producers(Exchange exchange, int consumer, int producers, int consumers) {
        if (exchange instanceof Exchange.Forward) {
            return List.of(consumer);
        }
        if (exchange instanceof Exchange.Rescale) {
            return matching(consumer, consumers, producers);
        }
        return IntStream.range(0, producers).boxed().toList();
    }

    /** The share of one of {@code mine} in {@code theirs}: the smaller side is spread over the larger as evenly as can be. */
    private static List<Integer> matching(int me, int mine, int theirs) {
        if (mine >= theirs) {
            return List.of(me * theirs / mine);
        }
        return IntStream.range(0, theirs)
                .filter(other -> other * mine / theirs == me)
                .boxed()
                .toList();
    }
}
