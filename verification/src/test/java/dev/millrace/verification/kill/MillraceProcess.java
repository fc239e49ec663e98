package dev.millrace.verification.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The shipped command line as a process, with its log in a file. */
final class MillraceProcess {

    private static final Duration WAIT_MAX = Duration.ofSeconds(60);
    private static final long POLL_MILLIS = 10;

    private final Process process;
    private final Path log;

    private MillraceProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts {@code bin/millrace} of a shipped directory. */
    static MillraceProcess start(Path home, Path log, List<String> arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(home.resolve("bin/millrace").toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MILLRACE_OPTS", "-Xmx256m");
        return new MillraceProcess(builder.start(), log);
    }

    /** Waits for something that the process does; its end before that, or no end of waiting, is an error. */
    void await(String what, BooleanSupplier condition) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        while (!condition.getAsBoolean()) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        "the process ended with " + process.exitValue() + " before " + what + ":\n" + log());
            }
            if (System.nanoTime() > deadline) {
                kill();
                throw new AssertionError("no " + what + " within " + WAIT_MAX + ":\n" + log());
            }
        }
    }

    /** Lets the process run for a while. */
    void runFor(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Kills the process as {@code kill -9} does; false when it had ended before. */
    boolean kill() throws InterruptedException {
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        return alive;
    }

    /** Waits for the end and answers the exit code. */
    int end() throws InterruptedException, IOException {
        if (!process.waitFor(WAIT_MAX.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("no end within " + WAIT_MAX + ":\n" + log());
        }
        return process.exitValue();
    }

    /** What it has printed so far. */
    String log() throws IOException {
        return Files.readString(log);
    }
}
