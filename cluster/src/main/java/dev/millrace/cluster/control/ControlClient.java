package dev.millrace.cluster.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks the processes of a user about their jobs. */
public final class ControlClient {

    /** A process that says nothing for so long is stopped or hangs. */
    private static final long LIST_MILLIS_MAX = 5_000;

    private static final long FOREVER = 0;
    private static final int BUFFER_BYTES = 8_192;

    private final ControlDirectory directory;
    private final long listMillisMax;

    public ControlClient(ControlDirectory directory) {
        this(directory, LIST_MILLIS_MAX);
    }

    ControlClient(ControlDirectory directory, long listMillisMax) {
        this.directory = directory;
        this.listMillisMax = listMillisMax;
    }

    /**
     * What processes have said.
     *
     * @param jobs those that run, by process
     * @param silent the sockets of processes that do not answer
     */
    public record Listing(List<ListedJob> jobs, List<Path> silent) {}

    /** All jobs that run now. Removes what dead processes have left behind. */
    public Listing jobs() throws IOException {
        List<ListedJob> jobs = new ArrayList<>();
        List<Path> silent = new ArrayList<>();
        for (Path socket : directory.sockets()) {
            if (ControlDirectory.isStale(socket)) {
                Files.deleteIfExists(socket);
                continue;
            }
            try {
                ask(socket, "jobs", listMillisMax).lines().forEach(line -> jobs.add(ListedJob.read(line, socket)));
            } catch (SilentException hangs) {
                silent.add(socket);
            } catch (ProcessEndedException ended) {
                continue; // between the look into the directory and the question
            }
        }
        return new Listing(jobs, silent);
    }

    /**
     * Asks about a job and waits for the answer.
     *
     * @param request a name in the table of requests
     * @throws RefusedException when the request cannot be granted; its message says why
     * @throws ProcessEndedException when the job's process ended first
     */
    public String ask(ListedJob job, String request, String... arguments) throws IOException {
        String line = String.join("\t", request, job.id());
        return ask(job.socket(), arguments.length == 0 ? line : line + "\t" + String.join("\t", arguments), FOREVER);
    }

    private static String ask(Path socket, String line, long waitMillis) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Selector selector = Selector.open();
                SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            connection.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            connection.configureBlocking(false);
            connection.register(selector, SelectionKey.OP_READ);
            ByteBuffer part = ByteBuffer.allocate(BUFFER_BYTES);
            while (connection.read(part) >= 0) {
                answer.write(part.array(), 0, part.position());
                part.clear();
                if (selector.select(waitMillis) == 0) {
                    throw new SilentException(socket);
                }
                selector.selectedKeys().clear();
            }
        } catch (SilentException silent) {
            throw silent;
        } catch (IOException gone) { // nobody listens any more, or not to the end
            throw new ProcessEndedException(gone);
        }
        return text(answer.toString(StandardCharsets.UTF_8));
    }

    private static String text(String answer) throws IOException {
        int firstLine = answer.indexOf('\n');
        if (firstLine < 0) {
            throw new ProcessEndedException(null);
        }
        String text = answer.substring(firstLine + 1);
        if (!answer.startsWith("ok\n")) {
            throw new RefusedException(text);
        }
        return text;
    }

    /** The process of a job does not answer. */
    private static final class SilentException extends IOException {
        SilentException(Path socket) {
            super("the process behind " + socket + " does not answer");
        }
    }
}
