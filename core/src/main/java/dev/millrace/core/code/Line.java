package dev.millrace.core.code;

import dev.millrace.core.operator.Inlined;
import dev.millrace.core.operator.Output;
import dev.millrace.core.operator.Receiver;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Functions that a record passes one after another, in one method of generated code: the compiler sees all of them at once,
 * and what one boxes and the next unboxes is never made. Lines of the same functions share their code.
 */
public final class Line {

    private static final CodeByCallees LINES = new CodeByCallees(null);

    /** Copies a value, where two users of it could see each other's changes. */
    public interface Copies {

        /** The value itself when nothing in it can change, else a copy. */
        Object of(Object value);
    }

    /** Explains failures of a line. */
    public interface Guard {

        /** What is thrown when the function at a place, counted from 0, fails at a value. */
        RuntimeException failed(int place, Object value, Throwable failure);
    }

    /**
     * One place of a line.
     *
     * @param copies copies what comes out here; null when values pass as they are
     */
    public record Place(Inlined work, Copies copies) {}

    private Line() {}

    /**
     * A line that ends in an output.
     *
     * @param passed where the line counts, by place, the records that a filter let pass
     */
    @SuppressWarnings("unchecked") // the program's types fit
    public static Receiver<Object> of(List<Place> places, long[] passed, Guard guard, Output<Object> output) {
        List<Class<?>> callees = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (Place place : places) {
            callees.add(place.work().getClass());
            callees.add(place.work().function().getClass());
            callees.add(place.copies() == null ? Place.class : place.copies().getClass());
            arguments.add(place.work().function());
            arguments.add(place.copies());
        }
        callees.add(output.getClass());
        arguments.add(passed);
        arguments.add(guard);
        arguments.add(output);
        Class<?> line = LINES.get(callees, () -> OwnCode.define(MethodHandles.lookup(), LineCode.of(places)));
        return (Receiver<Object>) OwnCode.instance(line, arguments.toArray());
    }
}
