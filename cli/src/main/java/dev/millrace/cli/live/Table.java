package dev.millrace.cli.live;

import dev.millrace.core.diagnosis.VertexReport;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** The vertices of a job as a table that fits a width: where there is no room, columns go, then names are cut. */
final class Table {

    private static final int GAP = 2;
    private static final int NAME_MIN = 16;
    private static final int NAME_SHORT = 4;
    private static final double HIGH = 0.9;
    private static final double SOME = 0.1;

    /** What is shown of a vertex, the column that goes first last. */
    private enum Column {
        IN("in/s", 5, (vertex, frame) -> Figure.count(vertex.recordsInPerSecond())),
        OUT("out/s", 5, (vertex, frame) -> Figure.count(vertex.recordsOutPerSecond())),
        BUSY("busy", 5, (vertex, frame) -> Figure.percent(vertex.busy())),
        BLOCKED("blocked", 5, (vertex, frame) -> Figure.percent(vertex.backPressured())),
        LAG("lag", 6, (vertex, frame) -> lag(frame.lagMillis(vertex))),
        TASKS("tasks", 1, (vertex, frame) -> tasks(vertex));

        private final String head;
        /** As much as most figures need, so that columns do not move with each of them. */
        private final int usual;

        private final BiFunction<VertexReport, Frame, String> cell;

        Column(String head, int usual, BiFunction<VertexReport, Frame, String> cell) {
            this.head = head;
            this.usual = usual;
            this.cell = cell;
        }

        private static String lag(OptionalLong millis) {
            return millis.isPresent() ? Figure.time(millis.getAsLong()) : Figure.UNKNOWN;
        }

        private static String tasks(VertexReport vertex) {
            return vertex.answered() < vertex.parallelism()
                    ? vertex.answered() + "/" + vertex.parallelism()
                    : Integer.toString(vertex.parallelism());
        }

        int width(Frame frame) {
            return frame.vertices().stream()
                    .mapToInt(vertex -> cell.apply(vertex, frame).length())
                    .reduce(Math.max(head.length(), usual), Math::max);
        }

        Paint paint(VertexReport vertex) {
            if (this == BLOCKED && vertex.backPressured() >= SOME) {
                return Paint.YELLOW;
            }
            return this == BUSY && vertex.busy() >= HIGH ? Paint.RED : null;
        }
    }

    private Table() {}

    /** A line for the heading and one for each vertex, each at most {@code width} wide. */
    static List<String> lines(Frame frame, int width, boolean colours) {
        List<Column> columns = new ArrayList<>(List.of(Column.values()));
        while (!columns.isEmpty() && room(columns, frame, width) < (columns.size() > 1 ? NAME_MIN : NAME_SHORT)) {
            columns.remove(columns.size() - 1);
        }
        int longest = frame.vertices().stream()
                .mapToInt(vertex -> vertex.name().length())
                .reduce(NAME_MIN, Math::max);
        int nameWidth = Math.max(1, Math.min(longest, room(columns, frame, width)));
        List<String> lines = new ArrayList<>();
        StringBuilder head = new StringBuilder(padded("", nameWidth));
        for (Column column : columns) {
            head.append(right(column.head, column.width(frame)));
        }
        lines.add(Paint.FAINT.on(head.toString(), colours));
        for (VertexReport vertex : frame.vertices()) {
            StringBuilder line = new StringBuilder(padded(vertex.name(), nameWidth));
            for (Column column : columns) {
                String cell = right(column.cell.apply(vertex, frame), column.width(frame));
                Paint paint = column.paint(vertex);
                line.append(paint == null ? cell : paint.on(cell, colours));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    private static int room(List<Column> columns, Frame frame, int width) {
        return width
                - columns.stream().mapToInt(column -> GAP + column.width(frame)).sum();
    }

    private static String right(String cell, int width) {
        return " ".repeat(GAP + width - cell.length()) + cell;
    }

    /** Text of exactly a width; what is cut off is shown by a dot of three. */
    private static String padded(String text, int width) {
        return LiveText.cut(text, width) + " ".repeat(Math.max(0, width - text.length()));
    }
}
