package dev.millrace.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.core.diagnosis.VertexReport;
import dev.millrace.core.job.JobClient;
import dev.millrace.stream.source.RichSourceFunction;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** How the vertices of a job do while it runs, also those that have ended before anybody asked. */
class VerticesRunTest {

    private static final BlockingQueue<Long> NEXT = new LinkedBlockingQueue<>();

    /** Emits what the test gives it. */
    private static final class Given extends RichSourceFunction<Long> {

        private volatile boolean over;

        @Override
        public void run(SourceContext<Long> context) throws Exception {
            while (!over) {
                Long next = NEXT.poll(10, TimeUnit.MILLISECONDS);
                if (next != null) {
                    context.collect(next);
                }
            }
        }

        @Override
        public void cancel() {
            over = true;
        }
    }

    @Test
    void verticesTellWhatTheyHaveDone() throws Exception {
        StreamExecutionEnvironment environment = Runs.environment(2);
        environment
                .fromSequence(1, 1_000)
                .name("numbers")
                .union(environment.addSource(new Given()).name("given"))
                .keyBy(number -> number % 10)
                .reduce(Long::sum)
                .name("sums")
                .sinkTo(new DiscardingSink<>())
                .name("sink");
        JobClient job = environment.executeAsync("vertices");
        NEXT.add(1_001L);
        List<VertexReport> reports =
                await(job, all -> all.get(0).recordsOut() == 1_000 && all.get(2).recordsIn() == 1_001);
        assertThat(reports).hasSize(3);
        VertexReport numbers = reports.get(0);
        assertThat(numbers.name()).contains("numbers");
        assertThat(numbers.parallelism()).isEqualTo(2);
        assertThat(numbers.recordsIn()).as("read by the source").isEqualTo(1_000);
        assertThat(numbers.recordsOut()).isEqualTo(1_000);
        assertThat(numbers.progress()).as("read to its end").hasValue(1.0);
        assertThat(reports.get(1).recordsOut()).isEqualTo(1);
        assertThat(reports.get(1).progress()).as("nobody knows its end").isEmpty();
        VertexReport sums = reports.get(2);
        assertThat(sums.answered()).isEqualTo(2);
        assertThat(sums.recordsOut()).as("taken by the sink").isEqualTo(1_001);
        assertThat(sums.busy()).isBetween(0.0, 1.0);
        job.cancel().get();
        assertThatThrownBy(() -> job.vertices().get()).hasMessageContaining("job 'vertices' has ended; it is CANCELED");
    }

    private static List<VertexReport> await(JobClient job, Predicate<List<VertexReport>> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        List<VertexReport> reports = job.vertices().get();
        while (!condition.test(reports)) {
            assertThat(System.nanoTime()).as("%s", reports).isLessThan(deadline);
            reports = job.vertices().get();
        }
        return reports;
    }
}
