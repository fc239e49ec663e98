package dev.millrace.cli.live;

import dev.millrace.cli.terminal.Screen;
import dev.millrace.cli.terminal.Signals;
import dev.millrace.cli.terminal.Terminal;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Shows the jobs of a program while they run, and what they have done when they have ended: on a terminal in place, else by
 * a line now and then. A thread of its own asks the jobs, from a second after the first was submitted. Safe for use by any
 * thread.
 */
public final class LiveView implements AutoCloseable {

    /** Jobs that end before are not asked. */
    private static final long FIRST_MILLIS = 1_000;

    private static final long DRAW_MILLIS = 500;
    private static final long LINE_MILLIS = 5_000;

    private final Terminal terminal;
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final Screen screen = new Screen(errBefore);
    private final Consumer<String> words;
    private final List<FollowedJob> jobs = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Thread thread;
    private Runnable giveBackResize = () -> {};
    private volatile Terminal.Size size;

    private LiveView(Terminal terminal, PrintWriter err) {
        this.terminal = terminal;
        if (terminal.err()) {
            System.setErr(screen.above(errBefore));
            if (terminal.out()) {
                System.setOut(screen.above(outBefore));
            }
            words = System.err::println;
        } else {
            words = err::println;
        }
    }

    /**
     * A view on this process's terminal, or on a log.
     *
     * @param err where lines go when standard error is no terminal
     */
    public static LiveView open(PrintWriter err) {
        return new LiveView(Terminal.ofProcess(), err);
    }

    /** Shows a job from now on. */
    public synchronized void follow(JobGraph graph, JobHandle job) {
        tellEnded();
        jobs.add(new FollowedJob(graph, job));
        if (thread == null) {
            thread = new Thread(this::run, "millrace-view");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            long pause = terminal.err() ? FIRST_MILLIS : LINE_MILLIS;
            while (!closed.await(pause, TimeUnit.MILLISECONDS)) {
                show();
                pause = terminal.err() ? DRAW_MILLIS : LINE_MILLIS;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void show() throws InterruptedException {
        List<Frame> frames = new ArrayList<>();
        for (FollowedJob job : running()) {
            Optional<Frame> frame = job.frame();
            frame.ifPresent(frames::add);
        }
        if (terminal.err()) {
            measure();
        }
        show(frames);
    }

    private void measure() {
        if (size == null) {
            size = Terminal.size();
            giveBackResize.run();
            giveBackResize = Signals.handle("WINCH", () -> size = null);
        }
    }

    private synchronized void show(List<Frame> frames) {
        if (closed.getCount() == 0) {
            return;
        }
        tellEnded();
        if (!terminal.err()) {
            frames.forEach(frame -> words.accept(LiveText.line(frame)));
            return;
        }
        Terminal.Size now = size == null ? Terminal.Size.USUAL : size;
        List<String> lines = new ArrayList<>();
        for (Frame frame : frames) {
            int room = (now.rows() - 1) / frames.size();
            lines.addAll(LiveText.lines(frame, now.columns() - 1, room, terminal.colours()));
        }
        screen.draw(lines);
    }

    private synchronized List<FollowedJob> running() {
        return jobs.stream().filter(job -> !job.hasEnded()).toList();
    }

    private void tellEnded() {
        List<FollowedJob> ended = jobs.stream().filter(FollowedJob::hasEnded).toList();
        ended.forEach(job -> job.lastWords().forEach(words));
        jobs.removeAll(ended);
    }

    /** Ends the view: tells of the jobs that have ended since, and gives the terminal back. */
    @Override
    public synchronized void close() {
        closed.countDown();
        screen.erase();
        tellEnded();
        giveBackResize.run();
        if (terminal.err()) {
            System.setErr(errBefore);
            System.setOut(outBefore);
        }
    }
}
