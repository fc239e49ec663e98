package dev.millrace.connectors.basic.socket;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that connects to a server and reads lines, and the queue in which it hands them over. When the queue is full it
 * stops reading, and so the server is slowed down by TCP.
 */
final class LineReceiver implements Runnable, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(LineReceiver.class);

    private static final int QUEUED_LINES_MAX = 1024;
    private static final int CONNECT_MILLIS_MAX = 10_000;
    private static final int RETRY_MILLIS = 500;
    private static final int BUFFER_CHARS = 8 * 1024;

    private final SocketTextSource.Address address;
    private final Thread thread;
    private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(QUEUED_LINES_MAX);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile CompletableFuture<Void> available = new CompletableFuture<>();
    private volatile Socket socket;
    private volatile boolean ended;
    private volatile IOException failure;

    private LineReceiver(SocketTextSource.Address address) {
        this.address = address;
        this.thread = new Thread(this, "socket " + address);
        thread.setDaemon(true);
    }

    static LineReceiver start(SocketTextSource.Address address) {
        LineReceiver receiver = new LineReceiver(address);
        receiver.thread.start();
        return receiver;
    }

    /** The next line, or null when there is none now; fails when the server cannot be reached. */
    String poll() throws IOException {
        String line = lines.poll();
        if (line == null) {
            // the new future is in place before the queue is looked at again, so that no line goes unnoticed
            available = new CompletableFuture<>();
            line = lines.poll();
        }
        if (line == null && failure != null) {
            throw failure;
        }
        if (line == null && ended) {
            available.complete(null);
        }
        return line;
    }

    /** Completes when a line has come, or the end. */
    CompletableFuture<Void> available() {
        return available;
    }

    /** Whether no line will ever come any more. */
    boolean isEnded() {
        return ended && lines.isEmpty();
    }

    @Override
    public void run() {
        try {
            receiveAll();
        } catch (IOException e) {
            if (closed.getCount() > 0) {
                failure = e;
            }
        } catch (InterruptedException e) {
            LOG.debug("Reading from {} was interrupted", address);
        } finally {
            ended = true;
            available.complete(null);
        }
    }

    private void receiveAll() throws IOException, InterruptedException {
        for (long retries = 0; closed.getCount() > 0; retries++) {
            boolean last = address.retriesMax() >= 0 && retries >= address.retriesMax();
            try (Socket connection = new Socket()) {
                socket = connection;
                connection.connect(new InetSocketAddress(address.host(), address.port()), CONNECT_MILLIS_MAX);
                receive(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                if (last) {
                    throw new IOException(
                            "Cannot read from " + address + " (" + e.getMessage()
                                    + "); start a server there first, for example: nc -lk " + address.port(),
                            e);
                }
                LOG.warn("Cannot read from {} ({}); trying again", address, e.getMessage());
            }
            if (last || closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void receive(Reader reader) throws IOException, InterruptedException {
        String delimiter = address.delimiter();
        StringBuilder rest = new StringBuilder();
        char[] buffer = new char[BUFFER_CHARS];
        for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
            int searched = Math.max(0, rest.length() - delimiter.length() + 1);
            rest.append(buffer, 0, count);
            int begin = 0;
            for (int end = rest.indexOf(delimiter, searched); end >= 0; end = rest.indexOf(delimiter, begin)) {
                hand(rest.substring(begin, end));
                begin = end + delimiter.length();
            }
            rest.delete(0, begin);
        }
        if (rest.length() > 0) {
            hand(rest.toString());
        }
    }

    private void hand(String line) throws InterruptedException {
        boolean carriage = address.delimiter().equals("\n") && line.endsWith("\r");
        lines.put(carriage ? line.substring(0, line.length() - 1) : line);
        available.complete(null);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        thread.interrupt();
        Socket open = socket;
        if (open != null) {
            open.close();
        }
    }
}
