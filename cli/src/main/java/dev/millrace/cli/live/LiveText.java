package dev.millrace.cli.live;

import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.fact.JobFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A running job in lines, for a terminal or for a log. */
final class LiveText {

    private static final String ELLIPSIS = "..";
    private static final int NAME_MIN = 12;
    private static final int GAP = 2;
    private static final int BAR_MIN = 10;
    private static final int BAR_MAX = 40;

    private LiveText() {}

    /**
     * Lines for a terminal, none wider than it.
     *
     * @param linesMax how many fit; vertices beyond are counted only
     */
    static List<String> lines(Frame frame, int width, int linesMax, boolean colours) {
        List<String> lines = new ArrayList<>();
        lines.add(head(frame, width, colours));
        List<String> last = footer(frame, width, colours);
        List<String> table = Table.lines(frame, width, colours);
        int room = Math.max(1, linesMax - 1 - last.size());
        if (table.size() <= room) {
            lines.addAll(table);
        } else {
            int shown = Math.max(0, room - 1);
            lines.addAll(table.subList(0, shown));
            int hidden = table.size() - Math.max(1, shown);
            lines.add(cut("and " + hidden + " more", width));
        }
        lines.addAll(last);
        return lines;
    }

    /** The name and as many facts as fit, those that matter most first. */
    private static String head(Frame frame, int width, boolean colours) {
        String name = frame.job().name();
        int nameMin = Math.min(name.length(), NAME_MIN);
        StringBuilder rest = new StringBuilder();
        for (String fact : facts(frame)) {
            if (nameMin + rest.length() + GAP + fact.length() > width) {
                break;
            }
            rest.append(" ".repeat(GAP)).append(fact);
        }
        return Paint.BOLD.on(cut(name, width - rest.length()), colours) + rest;
    }

    private static List<String> facts(Frame frame) {
        JobFacts job = frame.job();
        List<String> facts = new ArrayList<>();
        facts.add(job.status());
        facts.add(Figure.time(job.runtimeMillis()));
        facts.add(Figure.count(frame.recordsRead()) + " read");
        if (frame.lateRecords() > 0) {
            facts.add(Figure.count(frame.lateRecords()) + " late");
        }
        if (job.restarts() > 0) {
            facts.add(Figure.counted(job.restarts(), "restart"));
        }
        if (job.checkpoints().intervalMillis() > 0) {
            facts.add(checkpoints(job.checkpoints()));
        }
        return facts;
    }

    static String checkpoints(CheckpointFacts checkpoints) {
        String all = Figure.counted(checkpoints.completed(), "checkpoint");
        String last = checkpoints.completed() == 0
                ? ""
                : ", last " + Figure.bytes(checkpoints.lastBytes()) + " in "
                        + Figure.time(checkpoints.lastDurationMillis());
        return all + last + (checkpoints.failed() == 0 ? "" : ", " + checkpoints.failed() + " failed");
    }

    private static List<String> footer(Frame frame, int width, boolean colours) {
        List<String> lines = new ArrayList<>();
        int stuck = frame.job().stuck().size();
        if (stuck > 0) {
            String words = Figure.counted(stuck, "task") + " in a long call of user code; millrace why says where";
            lines.add(Paint.YELLOW.on(cut(words, width), colours));
        }
        frame.progress().ifPresent(share -> lines.add(bar(share, frame, width)));
        return lines;
    }

    private static String bar(double share, Frame frame, int width) {
        String words = " " + Figure.percent(share) + left(frame);
        int length = Math.min(BAR_MAX, width - words.length() - 2);
        if (length < BAR_MIN) {
            return cut(words.strip(), width);
        }
        int done = (int) Math.min(length, Math.max(0, share * length));
        return "[" + "#".repeat(done) + ".".repeat(length - done) + "]" + words;
    }

    private static String left(Frame frame) {
        return frame.millisLeft().isPresent()
                ? ", " + Figure.time(frame.millisLeft().getAsLong()) + " left"
                : "";
    }

    /** One line for a log. */
    static String line(Frame frame) {
        JobFacts job = frame.job();
        StringBuilder line = new StringBuilder();
        line.append(job.name()).append(": ").append(job.status());
        line.append(", ").append(Figure.time(job.runtimeMillis()));
        line.append(", ").append(Figure.count(frame.recordsRead())).append(" records read");
        line.append(", ").append(Figure.count(frame.readPerSecond())).append("/s");
        OptionalDouble progress = frame.progress();
        if (progress.isPresent()) {
            line.append(", ").append(Figure.percent(progress.getAsDouble())).append(left(frame));
        }
        frame.vertices().stream()
                .flatMapToLong(vertex -> frame.lagMillis(vertex).stream())
                .max()
                .ifPresent(lag ->
                        line.append(", event time ").append(Figure.time(lag)).append(" behind"));
        if (job.checkpoints().intervalMillis() > 0) {
            line.append(", ").append(checkpoints(job.checkpoints()));
        }
        if (frame.lateRecords() > 0) {
            line.append(", ").append(Figure.counted(frame.lateRecords(), "late record"));
        }
        return line.toString();
    }

    /** The beginning of a text, at most so wide. */
    static String cut(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int kept = width - ELLIPSIS.length();
        return kept <= 0 ? text.substring(0, width) : text.substring(0, kept) + ELLIPSIS;
    }
}
