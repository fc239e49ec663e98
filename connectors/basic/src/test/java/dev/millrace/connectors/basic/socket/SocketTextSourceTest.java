package dev.millrace.connectors.basic.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.DrivenSource;
import dev.millrace.core.connector.InputStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lines come from a server in order; a server that is not there is named. */
@Timeout(30)
final class SocketTextSourceTest {

    @Test
    void readsLinesUntilTheServerCloses() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DrivenSource<String, ?, ?> source = open(server.getLocalPort(), "\n", 0);
            serve(server, "one\r\ntwo\n\nl\u00e4st");

            assertThat(drain(source)).containsExactly("one", "two", "", "l\u00e4st");
        }
    }

    @Test
    void moreLinesThanTheQueueHoldsComeInOrder() throws Exception {
        List<String> lines =
                IntStream.range(0, 20_000).mapToObj(Integer::toString).toList();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DrivenSource<String, ?, ?> source = open(server.getLocalPort(), "||", 0);
            Thread sending = new Thread(() -> serve(server, lines.stream().collect(Collectors.joining("||"))));
            sending.start();

            assertThat(drain(source)).isEqualTo(lines);
            sending.join();
        }
    }

    @Test
    void connectsAgainAsOftenAsAllowed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            DrivenSource<String, ?, ?> source = open(server.getLocalPort(), "\n", 1);
            Thread sending = new Thread(() -> {
                serve(server, "first\n");
                serve(server, "second\n");
            });
            sending.start();

            assertThat(drain(source)).containsExactly("first", "second");
            sending.join();
        }
    }

    @Test
    void aClosedPortIsNamedWithTheRemedy() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }

        assertThatThrownBy(() -> drain(open(port, "\n", 0)))
                .as("at the first look, or later")
                .isInstanceOf(IOException.class)
                .hasMessageContaining("localhost:" + port)
                .hasMessageContaining("nc -lk " + port);
    }

    @Test
    void onlyOneOfSeveralReadersReads() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            DrivenSource<String, ?, ?> source =
                    DrivenSource.start(new SocketTextSource("localhost", server.getLocalPort(), "\n", 0), 3);
            source.deliver();

            assertThat(source.poll(1)).isEqualTo(InputStatus.END_OF_INPUT);
            assertThat(source.poll(2)).isEqualTo(InputStatus.END_OF_INPUT);
        }
    }

    @Test
    void whatCannotBeIsRefusedAtOnce() {
        assertThatThrownBy(() -> new SocketTextSource("localhost", 70_000, "\n", 0))
                .hasMessageContaining("Port 70000");
        assertThatThrownBy(() -> new SocketTextSource("localhost", 70, "", 0)).hasMessageContaining("delimiter");
    }

    private static DrivenSource<String, ?, ?> open(int port, String delimiter, long retriesMax) throws Exception {
        DrivenSource<String, ?, ?> source =
                DrivenSource.start(new SocketTextSource("localhost", port, delimiter, retriesMax), 1);
        source.deliver();
        source.poll(0);
        return source;
    }

    private static List<String> drain(DrivenSource<String, ?, ?> source) throws Exception {
        try {
            InputStatus status = source.poll(0);
            while (status != InputStatus.END_OF_INPUT) {
                if (status == InputStatus.NOTHING_AVAILABLE) {
                    source.reader(0).isAvailable().get(20, TimeUnit.SECONDS);
                }
                status = source.poll(0);
            }
            return source.records();
        } finally {
            source.close();
        }
    }

    private static void serve(ServerSocket server, String text) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
