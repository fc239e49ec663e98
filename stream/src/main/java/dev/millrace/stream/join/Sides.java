package dev.millrace.stream.join;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The records of a window, by side, each in the order in which they came. Used again for each window. */
final class Sides<A, B> implements Serializable {

    private static final long serialVersionUID = 1;

    private transient List<A> one;
    private transient List<B> two;

    /** Turns to the records of a window; what the last one had is forgotten. */
    void turnTo(Iterable<TaggedUnion<A, B>> records) {
        if (one == null) {
            one = new ArrayList<>();
            two = new ArrayList<>();
        }
        one.clear();
        two.clear();
        for (TaggedUnion<A, B> record : records) {
            if (record.isOne()) {
                one.add(record.one());
            } else {
                two.add(record.two());
            }
        }
    }

    List<A> one() {
        return one;
    }

    List<B> two() {
        return two;
    }
}
