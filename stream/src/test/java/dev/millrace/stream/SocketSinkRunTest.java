package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.core.connector.SerializationSchema;
import dev.millrace.core.option.RestartStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records go to servers as lines. */
class SocketSinkRunTest {

    private final StreamExecutionEnvironment environment = Runs.environment(2);

    @BeforeEach
    void withoutRestarts() {
        environment.setRestartStrategy(RestartStrategies.noRestart());
    }

    /** A number as a line. */
    private static final class Lines implements SerializationSchema<Long> {

        @Override
        public byte[] serialize(Long element) {
            return (element + "\n").getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String received(ServerSocket server) {
        try (Socket connection = server.accept();
                InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void recordsGoToAServerInOrderAndTheConnectionIsClosedAtTheEnd() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> text = CompletableFuture.supplyAsync(() -> received(server));
            environment
                    .fromSequence(1, 3)
                    .setParallelism(1)
                    .writeToSocket(server.getInetAddress().getHostAddress(), server.getLocalPort(), new Lines())
                    .setParallelism(1);
            environment.execute("socket");
            assertThat(text.get()).isEqualTo("1\n2\n3\n");
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        environment
                .fromSequence(1, 3)
                .writeToSocket("localhost", port, new Lines())
                .setParallelism(1);
        assertThatThrownBy(() -> environment.execute("socket"))
                .hasMessageContaining("there is no server at localhost:" + port);
    }
}
