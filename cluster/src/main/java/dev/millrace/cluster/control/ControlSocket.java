package dev.millrace.cluster.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where other processes of the user ask this one about its jobs. {@link #serve} needs a thread until {@link #close}; each
 * connection gets one of its own. What it tells about cannot depend on it: when it cannot be opened, jobs run all the same.
 */
public final class ControlSocket implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int REQUEST_BYTES_MAX = 8_192;

    private final ControlDirectory directory;
    private final Executor threads;
    private final Supplier<? extends Collection<RunningJob>> jobs;
    private final long pid = ProcessHandle.current().pid();
    private final String program;
    private volatile ServerSocketChannel server;
    private volatile Path path;
    private volatile boolean closed;

    /**
     * A socket that is not open yet.
     *
     * @param threads one for each connection
     * @param jobs those that run now
     * @param program what this process was started with
     */
    public ControlSocket(
            ControlDirectory directory,
            Executor threads,
            Supplier<? extends Collection<RunningJob>> jobs,
            String program) {
        this.directory = directory;
        this.threads = threads;
        this.jobs = jobs;
        this.program = program;
    }

    /** Opens the socket and answers until it is closed. */
    public void serve() {
        try {
            Path chosen = directory.newSocket(pid);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(chosen));
            path = chosen;
            chosen.toFile().deleteOnExit();
            while (!closed) {
                SocketChannel connection = server.accept();
                threads.execute(() -> answer(connection));
            }
        } catch (IOException | UnsupportedOperationException | SecurityException failure) {
            if (!closed) {
                LOG.info("Other processes cannot ask about the jobs of this one: {}", failure.toString());
            }
        } finally {
            close();
        }
    }

    private void answer(SocketChannel connection) {
        try {
            String[] words = request(connection).split("\t");
            if (words[0].equals("jobs")) {
                reply(connection, "ok", listed());
                return;
            }
            if (words.length < 2) {
                throw new IllegalArgumentException("the request '" + words[0] + "' names no job");
            }
            RunningJob job =
                    job(words[1]).orElseThrow(() -> new IllegalArgumentException("job " + words[1] + " has ended"));
            List<String> arguments = List.of(words).subList(2, words.length);
            Requests.answer(words[0], job, arguments).whenComplete((text, failure) -> {
                if (failure == null) {
                    reply(connection, "ok", text);
                } else {
                    refuse(connection, failure);
                }
            });
        } catch (IOException | RuntimeException failure) {
            refuse(connection, failure);
        }
    }

    private String listed() {
        return jobs.get().stream()
                .map(job -> ListedJob.line(job, pid, program) + "\n")
                .collect(Collectors.joining());
    }

    private Optional<RunningJob> job(String id) {
        return jobs.get().stream().filter(job -> job.handle().id().equals(id)).findFirst();
    }

    private static String request(SocketChannel connection) throws IOException {
        InputStream in = Channels.newInputStream(connection);
        byte[] line = new byte[REQUEST_BYTES_MAX];
        for (int length = 0; length < REQUEST_BYTES_MAX; length++) {
            int next = in.read();
            if (next == '\n' || next < 0) {
                return new String(line, 0, length, StandardCharsets.UTF_8);
            }
            line[length] = (byte) next;
        }
        throw new IOException("a request is one line of less than " + REQUEST_BYTES_MAX + " bytes");
    }

    private static void refuse(SocketChannel connection, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        reply(connection, "refused", cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    /** Whoever asked may have gone; then nobody misses the answer. */
    private static void reply(SocketChannel connection, String outcome, String text) {
        try (connection) {
            ByteBuffer bytes = ByteBuffer.wrap((outcome + "\n" + text).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                connection.write(bytes);
            }
        } catch (IOException gone) {
            LOG.debug("Whoever asked has gone: {}", gone.toString());
        }
    }

    /** May come before, during or after {@link #serve}. */
    @Override
    public void close() {
        closed = true;
        try {
            if (server != null) {
                server.close();
            }
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            LOG.info("The control socket {} cannot be removed: {}", path, failure.toString());
        }
    }
}
