package dev.millrace.testkit.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.stream.StreamExecutionEnvironment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ported tests stand on. */
class TestBasesTest extends AbstractTestBase {

    @RegisterExtension
    private final SharedObjectsExtension shared = SharedObjectsExtension.create();

    private static int parallelism() {
        return StreamExecutionEnvironment.getExecutionEnvironment().getParallelism();
    }

    @Test
    void programsHaveAsManyInstancesAsTheClusterWouldHaveSlots() {
        assertThat(parallelism()).isEqualTo(4);
        MiniClusterWithClientResource cluster =
                new MiniClusterWithClientResource(new MiniClusterResourceConfiguration.Builder()
                        .setNumberTaskManagers(3)
                        .setNumberSlotsPerTaskManager(2)
                        .build());
        cluster.before();
        assertThat(parallelism()).isEqualTo(6);
        cluster.after();
        assertThat(parallelism()).isEqualTo(Runtime.getRuntime().availableProcessors());
        beginContext();
    }

    @Test
    void functionsSeeTheObjectsThatTheirTestShares() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        TestListResultSink<Integer> sink = new TestListResultSink<>();
        SharedReference<List<Integer>> seen = shared.add(new ArrayList<>());
        environment
                .fromData(3, 1, 2)
                .map(number -> {
                    seen.consumeSync(list -> list.add(number));
                    return -number;
                })
                .addSink(sink);
        environment.execute();
        assertThat(seen.get()).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(sink.getSortedResult()).containsExactly(-3, -2, -1);
        TestBaseUtils.compareResultAsText(sink.getResult(), "-1\n-2\n-3");
        assertThatThrownBy(() -> TestBaseUtils.compareResultAsText(sink.getResult(), "-1\n-2"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void filesOfATestHaveTheirContents() throws Exception {
        String address = createTempFile("words", "to be");
        assertThat(Files.readString(Path.of(URI.create(address)))).isEqualTo("to be");
    }
}
