package dev.millrace.cluster.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.runtime.worker.BackgroundThreads;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another process of the user finds the jobs of this one and asks about them; here both are this process. */
@Timeout(60)
final class ControlSocketTest {

    private static final long SINCE = 1_700_000_000_000L;

    private final ConcurrentLinkedQueue<RunningJob> jobs = new ConcurrentLinkedQueue<>();
    private final BackgroundThreads threads = new BackgroundThreads("test");
    private final AskedJob first = new AskedJob("aaaa");

    private Path place;
    private ControlDirectory directory;
    private ControlSocket socket;
    private ControlClient client;

    @BeforeEach
    void open(@TempDir Path temporary) {
        place = temporary.resolve("run");
        directory = new ControlDirectory(List.of(place));
        socket = new ControlSocket(directory, threads, () -> jobs, "app.jar --x 1");
        client = new ControlClient(directory);
        jobs.add(new RunningJob(first, "first\tjob\n", SINCE));
        threads.execute(socket::serve);
    }

    @AfterEach
    void close() {
        socket.close();
        threads.close();
    }

    private List<ListedJob> listed() throws IOException {
        List<ListedJob> listed = client.jobs().jobs();
        while (listed.isEmpty()) { // it is being opened by another thread
            Thread.onSpinWait();
            listed = client.jobs().jobs();
        }
        return listed;
    }

    @Test
    void jobsAreListedWithTheirProcess() throws IOException {
        jobs.add(new RunningJob(new AskedJob("bbbb"), "second", SINCE + 1));
        List<ListedJob> listed = listed();
        assertThat(listed)
                .extracting(ListedJob::id, ListedJob::name, ListedJob::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("aaaa", "first job ", "RUNNING"),
                        org.assertj.core.groups.Tuple.tuple("bbbb", "second", "RUNNING"));
        assertThat(listed.get(1).since()).isEqualTo(Instant.ofEpochMilli(SINCE + 1));
        assertThat(listed.get(1).pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(listed.get(1).program()).isEqualTo("app.jar --x 1");
    }

    @Test
    void aJobIsCancelled() throws IOException {
        assertThat(client.ask(listed().get(0), "cancel")).isEmpty();
        assertThat(first.end).isCompletedExceptionally();
    }

    @Test
    void aStopIsAnsweredWithThePathOfTheCheckpoint() throws IOException {
        first.stopped.complete("/chk/7");
        assertThat(client.ask(listed().get(0), "stop", "drain")).isEqualTo("/chk/7");
        assertThat(first.drained).isTrue();
    }

    @Test
    void aRefusalSaysWhy() throws IOException {
        ListedJob job = listed().get(0);
        first.stopped.completeExceptionally(new IllegalStateException("there is no disk"));
        assertThatThrownBy(() -> client.ask(job, "stop"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("there is no disk");
        assertThatThrownBy(() -> client.ask(job, "dance"))
                .hasMessageContaining("knows no request 'dance', only [cancel");
        jobs.clear();
        assertThatThrownBy(() -> client.ask(job, "cancel")).hasMessage("job aaaa has ended");
    }

    @Test
    void aProcessThatEndsBeforeItAnswersIsTold() throws IOException {
        Path other = place.resolve("1.sock"); // process 1 lives as long as the machine
        listed();
        try (ServerSocketChannel dying = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dying.bind(UnixDomainSocketAddress.of(other));
            threads.execute(() -> {
                try {
                    dying.accept().close();
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            ListedJob job = new ListedJob("cccc", "x", "RUNNING", Instant.EPOCH, 1, "", other);
            assertThatThrownBy(() -> client.ask(job, "cancel")).isInstanceOf(ProcessEndedException.class);
        }
    }

    @Test
    void aProcessThatSaysNothingIsListedAsSilent() throws IOException {
        Path other = place.resolve("1.sock");
        listed();
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(other));
            assertThat(new ControlClient(directory, 100).jobs().silent()).contains(other);
        }
    }

    @Test
    void whatDeadProcessesLeftIsRemoved() throws IOException {
        listed();
        Path dead = Files.createFile(place.resolve(Integer.MAX_VALUE + "-1.sock"));
        assertThat(client.jobs().jobs()).hasSize(1);
        assertThat(dead).doesNotExist();
    }

    @Test
    void theSocketGoesWhenItIsClosed() throws IOException {
        listed();
        socket.close();
        assertThat(place).isEmptyDirectory();
        assertThat(client.jobs().jobs()).isEmpty();
    }

    @Test
    void aSocketThatWasClosedBeforeItOpenedLeavesNothing() throws IOException {
        listed();
        ControlSocket late = new ControlSocket(directory, threads, () -> jobs, "");
        late.close();
        late.serve();
        assertThat(place).isDirectoryContaining("glob:**.sock").satisfies(p -> {
            try (var files = Files.list(p)) {
                assertThat(files).hasSize(1);
            }
        });
    }

    @Test
    void onlyTheUserMayEnterTheDirectory(@TempDir Path temporary) throws IOException {
        listed();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");

        Path open = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-x---"));
        assertThatThrownBy(() -> new ControlDirectory(List.of(open)).newSocket(7))
                .hasMessageContaining(open + ": it is not a directory with the rights rwx------");
    }

    @Test
    void aDirectoryWhosePathIsTooLongForASocketIsPassedOver(@TempDir Path temporary) throws IOException {
        Path tooLong = temporary.resolve("x".repeat(100));
        Path next = temporary.resolve("next");
        assertThat(new ControlDirectory(List.of(tooLong, next)).newSocket(7)).isEqualTo(next.resolve("7.sock"));
    }
}
