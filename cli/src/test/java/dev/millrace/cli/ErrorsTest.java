package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cli.recording.Recording;
import dev.millrace.cluster.control.ControlClient;
import dev.millrace.cluster.control.ControlDirectory;
import dev.millrace.cluster.control.ControlSocket;
import dev.millrace.cluster.control.RunningJob;
import dev.millrace.cluster.local.JobWatch;
import dev.millrace.cluster.local.LocalExecutor;
import dev.millrace.connectors.basic.generator.DataGeneratorSource;
import dev.millrace.connectors.basic.generator.GeneratorFunction;
import dev.millrace.connectors.basic.generator.RateLimiterStrategy;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.core.type.Types;
import dev.millrace.runtime.worker.BackgroundThreads;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, the command line says what, and what to do about it, and ends with a number that says so. */
final class ErrorsTest {

    private static final int CLASS_FILE_VERSION_AT = 7;
    private static final byte VERSION_OF_JAVA_55 = 99;

    private final StringBuilder recording = new StringBuilder();
    private final List<RunningJob> jobs = new ArrayList<>();

    @TempDir
    Path dir;

    /** Has no main method that can be started. */
    public static final class Unstarted {
        public void main(String[] args) {}
    }

    /** Can be started. */
    public static final class Started {
        public static void main(String[] args) {}
    }

    /** Runs a command, writes down what it showed, and answers how it ended. */
    private int run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Millrace.run(
                List.of(args),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ControlDirectory(List.of(dir.resolve("run"))));
        assertThat(err.toString()).doesNotContain("\tat ");
        recording.append(("$ millrace " + String.join(" ", args)).strip()).append('\n');
        recording.append(out).append(err).append("(exit code ").append(exit).append(")\n\n");
        return exit;
    }

    private void compare(String page) throws IOException {
        String text = recording
                .toString()
                .replace(dir + "/", "")
                .replace("Java " + Runtime.version().feature(), "Java 17")
                .replace("--release " + Runtime.version().feature(), "--release 17")
                .replace("process " + ProcessHandle.current().pid(), "process 4711")
                .replaceAll(Pattern.quote(ErrorsTest.class.getName() + "$"), "app.");
        Recording.assertShows(page, text);
    }

    private String source(String name, String... lines) throws IOException {
        return Files.writeString(dir.resolve(name), String.join("\n", lines) + "\n")
                .toString();
    }

    private String jar(String name, String mainClass, Map<String, byte[]> files) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (mainClass != null) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        }
        Path jar = dir.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return jar.toString();
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void wrongCommandLines() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("exampel", "word-count")).isEqualTo(2);
        assertThat(run("run")).isEqualTo(2);
        assertThat(run("run", "--explian", "app.jar")).isEqualTo(2);
        assertThat(run("example", "zebar")).isEqualTo(2);
        assertThat(run("run", "-D", "paralelism.default=2", "App.java")).isEqualTo(2);
        assertThat(run("run", "-D", "parallelism.default=two", "App.java")).isEqualTo(2);
        assertThat(run("completion", "fish")).isEqualTo(2);
        compare("errors-of-commands.txt");
    }

    @Test
    void programsThatCannotBeStarted() throws IOException {
        assertThat(run("run", dir + "/nowhere.jar")).isEqualTo(2);
        Files.createDirectory(dir.resolve("folder.jar"));
        assertThat(run("run", dir.resolve("folder.jar") + "")).isEqualTo(2);
        assertThat(run("run", Files.writeString(dir.resolve("text.jar"), "no zip at all") + ""))
                .isEqualTo(2);
        assertThat(run("run", Files.writeString(dir.resolve("app.sh"), "echo") + ""))
                .isEqualTo(2);
        assertThat(run("run", jar("unnamed.jar", null, Map.of()))).isEqualTo(2);
        assertThat(run("run", jar("app.jar", "com.example.Main", Map.of()))).isEqualTo(2);
        assertThat(run("run", "-cp", dir + "/lib/driver.jar", dir + "/app.jar")).isEqualTo(2);
        assertThat(run("run", "com.example.Main")).isEqualTo(2);
        assertThat(run("run", "java.lang.String")).isEqualTo(2);
        assertThat(run("run", Unstarted.class.getName())).isEqualTo(2);
        byte[] newer = classFile(Started.class);
        newer[CLASS_FILE_VERSION_AT] = VERSION_OF_JAVA_55;
        String path = "com/example/Newer.class";
        assertThat(run("run", "--class", "com.example.Newer", jar("newer.jar", null, Map.of(path, newer))))
                .isEqualTo(2);
        compare("errors-of-programs.txt");
    }

    @Test
    void sourcesThatCannotBeStarted() throws IOException {
        assertThat(run("run", dir + "/Nowhere.java")).isEqualTo(2);
        String broken = source(
                "Broken.java",
                "public class Broken {",
                "    public static void main(String[] args) {",
                "        String words = 7;",
                "        count(words)",
                "    }",
                "}");
        assertThat(run("run", broken)).isEqualTo(2);
        String unknown = source(
                "Unknown.java",
                "public class Unknown {",
                "    public static void main(String[] args) {",
                "        String words = 7;",
                "        count(words);",
                "    }",
                "}");
        assertThat(run("run", unknown)).isEqualTo(2);
        assertThat(run("run", source("NoMain.java", "class NoMain {}"))).isEqualTo(2);
        String main = " { public static void main(String[] args) {} }";
        assertThat(run("run", source("Two.java", "class First" + main, "class Second" + main)))
                .isEqualTo(2);
        assertThat(run("run", "--explain", source("NoJob.java", "class NoJob" + main)))
                .isEqualTo(1);
        compare("errors-of-sources.txt");
    }

    @Test
    void programsThatBreakOff() throws IOException {
        assertThat(run("run", program("Throws", "throw new IllegalStateException(\"the disk is full\");")))
                .isEqualTo(1);
        assertThat(run("run", program("Null", "Object nothing = null; nothing.toString();")))
                .isEqualTo(1);
        assertThat(run("run", program("Reads", "throw new java.nio.file.AccessDeniedException(\"secret.csv\");")))
                .isEqualTo(1);
        assertThat(run("run", program("Misses", "throw new java.nio.file.NoSuchFileException(\"words.txt\");")))
                .isEqualTo(1);
        assertThat(run("run", program("Lacks", "throw new NoClassDefFoundError(\"com/example/Driver\");")))
                .isEqualTo(1);
        assertThat(run("run", program("Older", "throw new NoSuchMethodError(\"com.example.Driver.open()\");")))
                .isEqualTo(1);
        assertThat(run("run", program("Overflows", "main(args);"))).isEqualTo(1);
        assertThat(run("run", program("Usage", "throw new IllegalArgumentException(\"--input is missing\");")))
                .isEqualTo(2);
        String job = program(
                "Divides",
                "var env = dev.millrace.stream.StreamExecutionEnvironment.getExecutionEnvironment();",
                "env.setParallelism(1);",
                "env.fromData(2, 1, 0).map(n -> 10 / n).print();",
                "env.execute(\"shares\");");
        assertThat(run("run", job)).isEqualTo(1);
        compare("errors-of-runs.txt");
    }

    private String program(String name, String... statements) throws IOException {
        return source(
                name + ".java",
                "public class " + name + " {",
                "    public static void main(String[] args) throws Exception {",
                "        " + String.join("\n        ", statements),
                "    }",
                "}");
    }

    @Test
    @Timeout(60)
    void jobsThatCannotBeAsked() throws Exception {
        assertThat(run("list")).isZero();
        assertThat(run("cancel", "word-count")).isEqualTo(2);

        BackgroundThreads threads = new BackgroundThreads("test");
        ControlDirectory directory = new ControlDirectory(List.of(dir.resolve("run")));
        try (ControlSocket socket = new ControlSocket(directory, threads, () -> jobs, "app.jar")) {
            threads.execute(socket::serve);
            start("word-count");
            start("clicks");
            start("clicks");
            ControlClient client = new ControlClient(directory);
            while (client.jobs().jobs().size() < 3) { // the socket is being opened
                Thread.onSpinWait();
            }
            assertThat(run("cancel", "word-cuont")).isEqualTo(2);
            assertThat(run("cancel", "clicks")).isEqualTo(2);
            assertThat(run("stop", "word-count")).isEqualTo(1);
        } finally {
            threads.close();
            jobs.forEach(job -> job.handle().cancel().join());
        }
        for (int i = 0; i < jobs.size(); i++) {
            String id = jobs.get(i).handle().id().substring(0, 8);
            int at = recording.indexOf(id);
            while (at >= 0) {
                recording.replace(at, at + id.length(), "3f2a9c0" + i);
                at = recording.indexOf(id);
            }
        }
        compare("errors-of-jobs.txt");
    }

    /** Starts a job that has nothing to do and does not end. */
    private void start(String name) throws Exception {
        LocalExecutor.watch(new JobWatch() {
            @Override
            public void submitting(JobGraph graph) {}

            @Override
            public void submitted(JobGraph graph, JobHandle job) {
                jobs.add(new RunningJob(job, name, 0));
            }
        });
        try {
            StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
            env.setParallelism(1);
            GeneratorFunction<Long, Long> same = number -> number;
            env.fromSource(
                            new DataGeneratorSource<>(
                                    same, Long.MAX_VALUE, RateLimiterStrategy.perSecond(1), Types.LONG),
                            WatermarkStrategy.noWatermarks(),
                            "slow")
                    .sinkTo(new DiscardingSink<>());
            env.executeAsync(name);
        } finally {
            LocalExecutor.watch(null);
        }
    }
}
