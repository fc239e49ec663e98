package dev.millrace.core.closure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.FilterFunction;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.rich.RichMapFunction;
import dev.millrace.core.tuple.Tuple2;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts as closed, and what must not. */
final class ClosedFunctionsTest {

    private static final List<Object> KEPT = new ArrayList<>();
    private static final Point SHARED = new Point();

    private static Object last;
    private static long calls;

    /** Something that can change. */
    static class Point implements Serializable {
        private static final long serialVersionUID = 1;
        int x;
        Point inner;
        StringBuilder label;

        int x() {
            return x;
        }

        final Point inner() {
            return inner;
        }
    }

    /** Something that cannot be another class. */
    record Pair(String name, Point point) {}

    enum Colour {
        RED
    }

    private static boolean isClosed(MapFunction<Point, ?> function) {
        return ClosedFunctions.isClosed(function, "map");
    }

    private static Point doubled(Point point) {
        Point other = new Point();
        other.x = 2 * point.x;
        other.inner = point;
        return other;
    }

    private static Point recursive(Point point) {
        return point.inner == null ? point : recursive(point.inner);
    }

    @Test
    void functionsOfTheirArgumentAndNewObjectsAreClosed() {
        String prefix = "x";
        long offset = 3;
        assertThat(isClosed(point -> point)).isTrue();
        assertThat(isClosed(point -> point.inner)).isTrue();
        assertThat(isClosed(ClosedFunctionsTest::doubled)).isTrue();
        assertThat(isClosed(ClosedFunctionsTest::recursive)).isTrue();
        assertThat(isClosed(Point::inner)).isTrue();
        assertThat(isClosed(point -> Tuple2.of(point.x + offset, point))).isTrue();
        assertThat(isClosed(point -> new Pair(prefix + point.x, point).point())).isTrue();
        assertThat(isClosed(point -> new Pair(Colour.RED.name(), point))).isTrue();
        assertThat(isClosed(point -> Math.max(point.x, calls++))).isTrue();
        assertThat(isClosed(new Moved(4))).isTrue();
        assertThat(ClosedFunctions.isClosed((FilterFunction<Point>) point -> point.x > offset, "filter"))
                .isTrue();
    }

    private static boolean onlyLooks(FilterFunction<Point> filter) {
        return ClosedFunctions.onlyLooks(filter, "filter");
    }

    private static boolean moves(Point point) {
        point.x++;
        return true;
    }

    @Test
    void functionsThatWriteNoFieldOnlyLook() {
        int[] items = {0};
        assertThat(onlyLooks(point -> point.x > 3 && point.inner != null)).isTrue();
        assertThat(onlyLooks(point -> recursive(point).x > 3)).isTrue();
        assertThat(onlyLooks(point -> point.x++ > 3)).isFalse();
        assertThat(onlyLooks(point -> moves(point.inner))).as("far away").isFalse();
        assertThat(onlyLooks(point -> items[0]++ > 3)).isFalse();
        assertThat(onlyLooks(point -> doubled(point).x > 3))
                .as("a new object too")
                .isFalse();
        assertThat(onlyLooks(point -> point.label.append('x').length() > 3))
                .as("a builder is a part of the record")
                .isFalse();
        assertThat(onlyLooks(point -> KEPT.add(point)))
                .as("it is not even closed")
                .isFalse();
    }

    @Test
    void functionsThatKeepAnObjectAreNot() {
        List<Point> captured = new ArrayList<>();
        assertThat(isClosed(point -> {
                    last = point;
                    return point;
                }))
                .isFalse();
        assertThat(isClosed(point -> {
                    KEPT.add(point);
                    return point;
                }))
                .isFalse();
        assertThat(isClosed(point -> {
                    captured.add(point);
                    return point;
                }))
                .isFalse();
        assertThat(isClosed(new Keeping())).isFalse();
        assertThat(isClosed(new RichMapFunction<Point, Point>() {
                    @Override
                    public Point map(Point point) {
                        return point;
                    }
                }))
                .isFalse();
    }

    @Test
    void functionsThatFindASharedObjectAreNot() {
        Point captured = new Point();
        assertThat(isClosed(point -> SHARED)).isFalse();
        assertThat(isClosed(point -> captured)).isFalse();
        assertThat(isClosed(point -> last)).isFalse();
    }

    @Test
    void functionsThatCallUnknownCodeAreNot() {
        assertThat(isClosed(Point::x)).as("a subclass may do something else").isFalse();
        assertThat(isClosed(point -> point.x())).isFalse();
        assertThat(isClosed(point -> "" + point)).as("its toString").isFalse();
        assertThat(isClosed(point -> List.of(point))).as("the library's lists").isFalse();
        assertThat(isClosed(point -> {
                    Runnable later = () -> last = point;
                    later.run();
                    return point;
                }))
                .isFalse();
        assertThat(isClosed(point -> {
                    new Thread(() -> last = point).start();
                    return point;
                }))
                .isFalse();
        assertThat(isClosed(ClosedFunctionsTest::deep)).as("kept far away").isFalse();
    }

    private static Point deep(Point point) {
        return deeper(point);
    }

    private static Point deeper(Point point) {
        return new Holder(point).point;
    }

    private static final class Holder {
        private final Point point;

        Holder(Point point) {
            this.point = point;
            last = this;
        }
    }

    /** Holds a number only. */
    static final class Moved implements MapFunction<Point, Point> {
        private static final long serialVersionUID = 1;
        private final int by;

        Moved(int by) {
            this.by = by;
        }

        @Override
        public Point map(Point point) {
            point.x += by;
            return point;
        }
    }

    /** Gives the same object again and again. */
    static final class Keeping implements MapFunction<Point, Point> {
        private static final long serialVersionUID = 1;
        private final Point same = new Point();

        @Override
        public Point map(Point point) {
            same.x = point.x;
            return same;
        }
    }
}
