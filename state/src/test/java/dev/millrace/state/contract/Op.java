package dev.millrace.state.contract;

import dev.millrace.check.Gen;
import dev.millrace.core.tuple.Tuple2;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a random program on keyed state.
 *
 * @param state which of the program's states it concerns
 * @param number a small number: a map's user key, a timestamp, a parallelism
 */
record Op(Kind kind, Object key, String namespace, State state, Object value, int number) {

    enum Kind {
        SET,
        READ,
        CLEAR,
        REMOVE_ENTRY,
        WALK_AND_REMOVE,
        ADD_TIMER,
        REMOVE_TIMER,
        POLL,
        ENTER,
        ENTER_KNOWN,
        FREEZE,
        WRITE,
        RESTORE
    }

    enum State {
        VALUE,
        LIST,
        MAP,
        REDUCING,
        AGGREGATING,
        LONG_CELL,
        DOUBLE_CELL
    }

    static final Gen<Object> KEYS = Gen.oneOf(
            Gen.longs(0, 40).map(Object.class::cast),
            Gen.longs(0, 40).map(Object.class::cast),
            Gen.integers(0, 10).map(i -> "k" + i),
            Gen.integers(0, 5).map(i -> Tuple2.of("t" + i, i)));

    static final Gen<Object> VALUES = Gen.oneOf(
            Gen.longs(0, 1000).map(Object.class::cast),
            Gen.longs(0, 1000).map(Object.class::cast),
            Gen.integers(0, 10).map(Object.class::cast),
            Gen.words(3).map(Object.class::cast),
            Gen.integers(0, 100).map(i -> Tuple2.of("v" + i, (long) i)),
            Gen.integers(0, 5).map(i -> new ArrayList<>(List.of("a", i))),
            Gen.doubles().map(Object.class::cast));

    private static final Gen<Kind> KINDS = Gen.frequency(
            Gen.weighted(40, Gen.constant(Kind.SET)),
            Gen.weighted(10, Gen.constant(Kind.READ)),
            Gen.weighted(10, Gen.constant(Kind.CLEAR)),
            Gen.weighted(5, Gen.constant(Kind.REMOVE_ENTRY)),
            Gen.weighted(3, Gen.constant(Kind.WALK_AND_REMOVE)),
            Gen.weighted(10, Gen.constant(Kind.ADD_TIMER)),
            Gen.weighted(3, Gen.constant(Kind.REMOVE_TIMER)),
            Gen.weighted(3, Gen.constant(Kind.POLL)),
            Gen.weighted(6, Gen.constant(Kind.ENTER)),
            Gen.weighted(4, Gen.constant(Kind.ENTER_KNOWN)),
            Gen.weighted(3, Gen.constant(Kind.FREEZE)),
            Gen.weighted(2, Gen.constant(Kind.WRITE)),
            Gen.weighted(1, Gen.constant(Kind.RESTORE)));

    private static final Gen<String> NAMESPACES = Gen.elements("", "", "w1", "w2", "w3");

    static final Gen<Op> OPS = choices -> new Op(
            KINDS.generate(choices),
            KEYS.generate(choices),
            NAMESPACES.generate(choices),
            Gen.elements(State.values()).generate(choices),
            VALUES.generate(choices),
            Gen.integers(0, 7).generate(choices));

    @Override
    public String toString() {
        return kind + "(" + state + " of " + key + (namespace.isEmpty() ? "" : "/" + namespace) + ", " + value + ", "
                + number + ")";
    }
}
