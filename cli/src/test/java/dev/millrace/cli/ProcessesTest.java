package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.control.ControlDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of other processes are found, cancelled and stopped; Ctrl-C ends a program and its jobs. */
@Timeout(120)
final class ProcessesTest {

    private static final int SIGINT_EXIT = 130;

    @TempDir
    Path dir;

    private Process process;

    @AfterEach
    void end() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private void start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx128m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log").toFile());
        builder.environment().put("XDG_RUNTIME_DIR", dir.toString());
        process = builder.start();
    }

    /** Runs a command until it shows something, and answers all that it showed. */
    private String untilShown(String expected, String... command) throws IOException {
        String shown = millrace(command);
        while (!shown.contains(expected)) {
            assertThat(process.isAlive())
                    .as(() -> "the process has ended: " + log())
                    .isTrue();
            shown = millrace(command);
        }
        return shown;
    }

    private String millrace(String... command) {
        StringWriter shown = new StringWriter();
        PrintWriter writer = new PrintWriter(shown, true);
        Millrace.run(List.of(command), writer, writer, new ControlDirectory(List.of(dir.resolve("millrace"))));
        return shown.toString();
    }

    private String log() {
        try {
            return Files.readString(dir.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theJobOfAnyProgramIsListedAndCancelled() throws Exception {
        start(Endless.class.getName());
        String listed = untilShown("endless", "list");
        assertThat(listed)
                .contains("RUNNING")
                .contains(" " + process.pid() + " ")
                .contains(Endless.class.getName());
        assertThat(untilShown("nothing is wrong", "why", "endless")).startsWith("job 'endless': nothing is wrong: ");
        assertThat(millrace("metrics", "endless")).contains("\nmillrace_task_records_in_total{job=\"endless\",");
        assertThat(millrace("metrics", "--json", "endless")).startsWith("{\"jobs\":[{\"id\":\"");
        assertThat(millrace("cancel", listed.lines().toList().get(1).substring(0, 4)))
                .startsWith("Cancelled endless (");
        assertThat(exitCode()).isEqualTo(1);
        assertThat(log()).contains("ended without a result: it is CANCELED");
        assertThat(dir.resolve("millrace")).isEmptyDirectory();
    }

    @Test
    void aJobIsStoppedWithALastCheckpoint() throws Exception {
        start(Endless.class.getName(), dir.resolve("checkpoints").toString());
        untilShown("endless", "list");
        String stopped = millrace("stop", "endless");
        assertThat(stopped).startsWith("Stopped endless (").contains(dir.resolve("checkpoints") + "");
        Path checkpoint =
                Path.of(stopped.substring(stopped.indexOf(dir.toString())).strip());
        assertThat(checkpoint.resolve("manifest")).isRegularFile();
        assertThat(exitCode()).isZero();
    }

    @Test
    void controlCCancelsTheJobsOfAProgram() throws Exception {
        start(Millrace.class.getName(), "run", Endless.class.getName());
        untilShown("endless", "list");
        new ProcessBuilder("bash", "-c", "kill -INT " + process.pid()).start().waitFor();
        assertThat(exitCode()).isEqualTo(SIGINT_EXIT);
        assertThat(log()).endsWith("millrace: cancelling; Ctrl-C again ends at once\n");
        assertThat(dir.resolve("millrace")).isEmptyDirectory();
    }

    @Test
    void bashTakesTheCompletion() throws Exception {
        Path script = Files.writeString(dir.resolve("completion"), millrace("completion", "bash"));
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script + "; COMP_WORDS=(millrace example w); COMP_CWORD=2; _complete_millrace;"
                                + " echo \"${COMPREPLY[@]}\"; COMP_WORDS=(millrace ru); COMP_CWORD=1;"
                                + " _complete_millrace; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String shown = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shown.lines().map(String::strip)).contains("run");
    }
}
