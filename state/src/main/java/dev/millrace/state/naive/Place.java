package dev.millrace.state.naive;

import dev.millrace.core.type.TypeSystem;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/** The value of one state for the selected key and namespace: a list of encoded things, whose meaning is the state's. */
record Place(SortedMap<Address, List<byte[]>> values, Supplier<Address> address, Coding coding, TypeSystem types) {

    List<byte[]> get() {
        return values.get(address.get());
    }

    void set(List<byte[]> value) {
        if (value.isEmpty()) {
            clear();
        } else {
            values.put(address.get(), List.copyOf(value));
        }
    }

    void clear() {
        values.remove(address.get());
    }

    /** The single value, or null. */
    Object single() {
        List<byte[]> value = get();
        return value == null ? null : coding.decode(value.get(0));
    }

    void setSingle(Object value) {
        set(List.of(coding.encode(value)));
    }
}
