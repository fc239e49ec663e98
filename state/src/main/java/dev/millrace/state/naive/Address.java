package dev.millrace.state.naive;

import java.util.Arrays;
import java.util.Comparator;

/** Where a value stands: key group, space of namespaces ("" for none), state, encoded key, encoded namespace. */
record Address(int group, String space, String state, byte[] key, byte[] namespace) implements Comparable<Address> {

    private static final Comparator<Address> ORDER = Comparator.comparingInt(Address::group)
            .thenComparing(Address::space)
            .thenComparing(Address::state)
            .thenComparing(Address::key, Arrays::compareUnsigned)
            .thenComparing(Address::namespace, Arrays::compareUnsigned);

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }
}
