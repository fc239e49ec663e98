package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts JVMs in which a contestant runs a workload. */
final class Child {
    /** What a process may take beyond what it was asked for, in seconds: engines that are 100 times slower are ended. */
    private static final long SECONDS_MAX = 900;

    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.nio",
            "java.base/sun.nio.ch",
            "java.base/java.time",
            "java.base/java.net",
            "java.base/java.io",
            "java.management/sun.management",
            "jdk.management/com.sun.management.internal");

    /** A process that gave no answer. */
    static final class Failure extends IOException {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    private final Plan plan;

    Child(Plan plan) {
        this.plan = plan;
    }

    /** Runs a measurement in a fresh JVM. */
    Trial run(Contestant contestant, Workload workload) throws IOException, InterruptedException {
        Task task = workload.task();
        int warmUps = task.isThroughput() ? plan.warmUps() : 0;
        double seconds = task.isThroughput() ? plan.seconds() : 0;
        return run(
                contestant,
                workload,
                List.of(
                        Integer.toString(warmUps),
                        Double.toString(seconds),
                        Double.toString(seconds),
                        Long.toString(plan.records(task.warmUpRecords()))),
                plan.records(task.records()));
    }

    /** Runs one small job in a fresh JVM, for its answer. */
    Trial check(Contestant contestant, Workload workload) throws IOException, InterruptedException {
        return run(contestant, workload, List.of("0", "0", "0"), workload.task().checkedRecords());
    }

    private Trial run(Contestant contestant, Workload workload, List<String> jobs, long records)
            throws IOException, InterruptedException {
        Files.createDirectories(plan.scratch());
        Path output = Files.createTempFile(plan.scratch(), "out", ".txt");
        Path errors = Files.createTempFile(plan.scratch(), "err", ".txt");
        List<String> command = java(contestant, workload);
        command.addAll(List.of(
                workload.name(),
                Long.toString(records),
                Integer.toString(plan.parallelism()),
                Boolean.toString(contestant.reuse()),
                Long.toString(contestant.bufferTimeoutMillis()),
                plan.scratch().toString()));
        command.addAll(jobs);
        try {
            long begin = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            double wall = (System.nanoTime() - begin) / 1e9;
            if (!ended) {
                process.destroyForcibly().waitFor();
                throw new Failure("not finished after " + SECONDS_MAX + " s");
            }
            if (process.exitValue() != 0) {
                throw new Failure("ended with status " + process.exitValue() + ":\n" + beginning(errors));
            }
            return Trial.of(Files.readAllLines(output), wall);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String beginning(Path errors) throws IOException {
        String text = Files.readString(errors);
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    private List<String> java(Contestant contestant, Workload workload) throws IOException {
        Path target = plan.home().resolve(contestant.engine()).resolve("target");
        String heap = workload.task() == Task.START ? "512m" : plan.heap();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xms" + heap,
                "-Xmx" + heap,
                "-XX:+Use" + plan.collector() + "GC"));
        if (contestant.isPeer()) {
            command.addAll(List.of("--add-modules", "java.se"));
            OPENED.forEach(opened -> command.addAll(List.of("--add-opens", opened + "=ALL-UNNAMED")));
            command.addAll(List.of("--add-exports", "java.base/jdk.internal.ref=ALL-UNNAMED"));
            command.add("-Dhazelcast.logging.type=none");
        }
        command.addAll(List.of(
                "-cp",
                target.resolve("classes")
                        + System.getProperty("path.separator")
                        + Files.readString(target.resolve("class-path")).strip(),
                "dev.millrace.benchmarks.workload.Measure"));
        return command;
    }
}
