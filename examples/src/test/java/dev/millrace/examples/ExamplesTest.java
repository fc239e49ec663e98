package dev.millrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The small examples print what they promise. */
@Timeout(60)
final class ExamplesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream standardOutput;

    @BeforeEach
    void keepWhatIsPrinted() {
        standardOutput = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void printAgain() {
        System.setOut(standardOutput);
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void windowedCountCountsEachVisitInItsMinute() throws Exception {
        WindowedCount.main(new String[] {"--visits", "5000"});

        Map<String, Long> oracle = new TreeMap<>();
        LongStream.range(0, 5000)
                .mapToObj(WindowedCount.Visit::of)
                .forEach(visit ->
                        oracle.merge(visit.page() + " " + Math.floorDiv(visit.timeMillis(), 60_000L), 1L, Long::sum));
        assertThat(lines())
                .containsExactlyInAnyOrderElementsOf(oracle.entrySet().stream()
                        .map(e -> "Visits[page=" + e.getKey().split(" ")[0] + ", count=" + e.getValue() + "]")
                        .toList());
    }

    @Test
    void sideOutputSeparatesNumbersFromTheRest() throws Exception {
        SideOutput.main(new String[] {"--words", "1,two,3,IV"});

        assertThat(lines())
                .contains("sum> 4", "no number> two", "no number> IV")
                .hasSize(4);
    }

    @Test
    void iterationLeadsPairsBackUntilTheyHavePassedTheLimit() throws Exception {
        Iteration.main(new String[] {"--pairs", "1:1,2:5,90:80", "--limit", "50"});

        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "1:1 passes 50 with 55 after 8 steps",
                        "2:5 passes 50 with 81 after 6 steps",
                        "90:80 passes 50 with 170 after 1 steps");
    }

    @Test
    void socketWordCountCountsWhatAServerSends() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread sending = new Thread(() -> send(server, "to be or\nnot to be\n"));
            sending.start();
            SocketWordCount.main(new String[] {"--port", Integer.toString(server.getLocalPort())});
            sending.join();
        }
        assertThat(lines()).containsExactlyInAnyOrder("(to,1)", "(be,1)", "(or,1)", "(not,1)", "(to,2)", "(be,2)");
    }

    private static void send(ServerSocket server, String text) {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void helpListsTheOptionsAndRunsNothing() throws Exception {
        WordCount.main(new String[] {"--help"});

        assertThat(lines().get(0)).isEqualTo("millrace example word-count [OPTIONS]");
        assertThat(lines()).anyMatch(line -> line.contains("--checkpoint-interval DURATION"));
    }
}
