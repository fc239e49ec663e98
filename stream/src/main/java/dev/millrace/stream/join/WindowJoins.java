package dev.millrace.stream.join;

import dev.millrace.core.function.CoGroupFunction;
import dev.millrace.core.function.FlatJoinFunction;
import dev.millrace.core.function.Function;
import dev.millrace.core.function.JoinFunction;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.stream.window.Window;
import dev.millrace.stream.window.WindowCall;
import dev.millrace.stream.window.WindowFunction;
import dev.millrace.stream.window.WindowOperators;
import dev.millrace.stream.window.WindowSpec;

/** Makes operators that join two keyed streams within windows. Functions are serialized with them. */
public final class WindowJoins {

    private WindowJoins() {}

    /** Hands all records of both sides of a window to a function; one side may be empty. */
    public static <A, B, O, W extends Window> OperatorFactory<Object, O> coGroup(
            WindowSpec<TaggedUnion<A, B>, W> spec, CoGroupFunction<A, B, O> function) {
        return operator(spec, function, (key, window, records, out) -> {
            Sides<A, B> sides = new Sides<>(); // the function may keep them
            sides.turnTo(records);
            function.coGroup(sides.one(), sides.two(), out);
        });
    }

    /** Hands each pair of records of a window to a function. */
    public static <A, B, O, W extends Window> OperatorFactory<Object, O> join(
            WindowSpec<TaggedUnion<A, B>, W> spec, JoinFunction<A, B, O> function) {
        Sides<A, B> sides = new Sides<>();
        return operator(spec, function, (key, window, records, out) -> {
            sides.turnTo(records);
            for (A left : sides.one()) {
                for (B right : sides.two()) {
                    out.collect(function.join(left, right));
                }
            }
        });
    }

    /** Hands each pair of records of a window to a function that emits any number of results. */
    public static <A, B, O, W extends Window> OperatorFactory<Object, O> flatJoin(
            WindowSpec<TaggedUnion<A, B>, W> spec, FlatJoinFunction<A, B, O> function) {
        Sides<A, B> sides = new Sides<>();
        return operator(spec, function, (key, window, records, out) -> {
            sides.turnTo(records);
            for (A left : sides.one()) {
                for (B right : sides.two()) {
                    function.join(left, right, out);
                }
            }
        });
    }

    private static <A, B, O, W extends Window> OperatorFactory<Object, O> operator(
            WindowSpec<TaggedUnion<A, B>, W> spec,
            Function function,
            WindowFunction<TaggedUnion<A, B>, O, Object, W> window) {
        WindowCall<TaggedUnion<A, B>, O, Object, W> call = WindowCall.of(function, window);
        return () -> new TaggedInputs<>(WindowOperators.collect(spec, call).create());
    }
}
