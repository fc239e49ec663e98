package dev.millrace.verification.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.cluster.why.OutputWatch;
import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.eventtime.WatermarkStrategy;
import dev.millrace.core.plan.JobHandle;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine says by itself, once, why nothing comes out. */
class OutputWatchTest {

    private static final long NOW = 1_000_000_000_000L;
    private static final long SECOND = 1_000;

    @TempDir
    private Path directory;

    private final OutputWatch watch = new OutputWatch("watched");

    private HandCluster cluster;
    private JobHandle job;

    private void submit(long firstThatPasses, Feed feed) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment
                .fromSource(new FeedSource(feed), WatermarkStrategy.noWatermarks(), "events")
                .filter(event -> event >= firstThatPasses)
                .name("later")
                .sinkTo(new DiscardingSink<>());
        cluster = new HandCluster(NOW, directory.toString());
        job = cluster.submit(environment.getJobGraph("watched"));
    }

    private Optional<String> after(long seconds) {
        cluster.pass(seconds * SECOND);
        return watch.look(cluster.answer(job.facts(false)));
    }

    @Test
    void inputWithoutOutputIsExplainedOnceAfterHalfAMinute() throws Exception {
        submit(Long.MAX_VALUE, new Feed("feed", 0, SECOND, Long.MAX_VALUE, 0, 1));
        assertThat(after(20)).isEmpty();
        Optional<String> said = after(12);
        assertThat(said).isPresent();
        Recording.require("said-by-itself", said.get() + "\n");
        assertThat(after(10)).isEmpty();
        assertThat(after(60)).isEmpty();
    }

    @Test
    void aJobThatIsSilentAgainIsExplainedOnlyWhenItIsForAnotherReason() throws Exception {
        submit(33, new Feed("feed", 0, SECOND, Long.MAX_VALUE, 0, 1));
        assertThat(after(10)).isEmpty();
        assertThat(after(21)).get().asString().contains("'later' lets none of its");
        assertThat(after(20)).as("output has come").isEmpty();
        assertThat(watch.isResting()).isFalse();
        assertThat(after(60)).isEmpty();
    }

    @Test
    void aJobWithoutInputIsLeftAlone() {
        submit(0, new Feed("feed", 0, SECOND, 0, 0, 1));
        assertThat(after(20)).isEmpty();
        assertThat(after(60)).isEmpty();
        assertThat(watch.isResting()).isTrue();
    }

    @Test
    void aJobWhoseInputHasStoppedAfterItsResultsIsLeftAlone() {
        submit(0, new Feed("feed", 0, SECOND, 5, 0, 1));
        assertThat(after(20)).isEmpty();
        assertThat(after(60)).isEmpty();
    }
}
