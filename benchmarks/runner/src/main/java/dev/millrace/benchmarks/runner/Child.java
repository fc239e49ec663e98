package dev.millrace.benchmarks.runner;

import dev.millrace.benchmarks.workload.Measure;
import dev.millrace.benchmarks.workload.Task;
import dev.millrace.benchmarks.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts JVMs in which a contestant runs a workload. */
final class Child {
    /** What a process may take beyond what it was asked for, in seconds: engines that are 100 times slower are ended. */
    private static final long SECONDS_MAX = 900;

    private static final String MEASURE = Measure.class.getName();

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
        return measure(contestant, workload, job(contestant, workload));
    }

    /** The same, with other records and checkpoints. */
    Trial run(Contestant contestant, Workload workload, long records, long checkpointMillis)
            throws IOException, InterruptedException {
        List<String> job = job(contestant, workload);
        job.set(1, Long.toString(records));
        job.add(Long.toString(checkpointMillis));
        return measure(contestant, workload, job);
    }

    /** Runs several one after another in one JVM. */
    Map<Workload, Trial> run(Contestant contestant, List<Workload> workloads) throws IOException, InterruptedException {
        List<String> jobs = new ArrayList<>();
        for (Workload workload : workloads) {
            if (!jobs.isEmpty()) {
                jobs.add(Measure.NEXT);
            }
            jobs.addAll(job(contestant, workload));
        }
        List<String> lines = output(java(contestant, plan.heap(), MEASURE), jobs);
        Map<Workload, Trial> trials = new LinkedHashMap<>();
        for (Workload workload : workloads) {
            trials.put(
                    workload,
                    Trial.of(
                            lines.stream()
                                    .filter(line -> workload.name()
                                            .equals(Trial.pairs(line).get("workload")))
                                    .toList(),
                            0));
        }
        return trials;
    }

    /** Runs one small job in a fresh JVM, for its answer. */
    Trial check(Contestant contestant, Workload workload) throws IOException, InterruptedException {
        List<String> job =
                new ArrayList<>(setup(contestant, workload, workload.task().checkedRecords()));
        job.addAll(List.of("0", "0", "0"));
        return measure(contestant, workload, job);
    }

    /** Runs a program of Millrace's own benchmarks in a fresh JVM and returns the lines that it writes. */
    List<String> program(String name, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> java = java(Contestant.MILLRACE, plan.heap(), "dev.millrace.benchmarks.millrace." + name);
        java.addAll(1, options);
        return output(java, arguments);
    }

    private List<String> job(Contestant contestant, Workload workload) {
        Task task = workload.task();
        List<String> job = new ArrayList<>(setup(contestant, workload, plan.records(task.records())));
        double seconds = task.isThroughput() ? plan.seconds() : 0;
        job.addAll(List.of(
                Integer.toString(task.isThroughput() ? plan.warmUps() : 0),
                Double.toString(seconds),
                Double.toString(seconds),
                Long.toString(plan.records(task.warmUpRecords()))));
        return job;
    }

    private List<String> setup(Contestant contestant, Workload workload, long records) {
        return List.of(
                workload.name(),
                Long.toString(records),
                Integer.toString(plan.parallelism()),
                Boolean.toString(contestant.reuse()),
                Long.toString(contestant.bufferTimeoutMillis()),
                plan.scratch().toString());
    }

    private Trial measure(Contestant contestant, Workload workload, List<String> job)
            throws IOException, InterruptedException {
        String heap = workload.task() == Task.START ? "512m" : plan.heap();
        List<String> java = java(contestant, heap, MEASURE);
        if (plan.parallelism() == 1) {
            java.add(1, "-XX:ActiveProcessorCount=1");
        }
        long begin = System.nanoTime();
        List<String> lines = output(java, job);
        return Trial.of(lines, (System.nanoTime() - begin) / 1e9);
    }

    private List<String> output(List<String> java, List<String> arguments) throws IOException, InterruptedException {
        Files.createDirectories(plan.scratch());
        Path output = Files.createTempFile(plan.scratch(), "out", ".txt");
        Path errors = Files.createTempFile(plan.scratch(), "err", ".txt");
        List<String> command = new ArrayList<>(java);
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new Failure("not finished after " + SECONDS_MAX + " s");
            }
            if (process.exitValue() != 0) {
                throw new Failure("ended with status " + process.exitValue() + ":\n" + beginning(errors));
            }
            return Files.readAllLines(output);
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String beginning(Path errors) throws IOException {
        String text = Files.readString(errors);
        return text.substring(0, Math.min(text.length(), 2_000));
    }

    private List<String> java(Contestant contestant, String heap, String program) throws IOException {
        Path target = plan.home().resolve(contestant.engine()).resolve("target");
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
                program));
        return command;
    }
}
