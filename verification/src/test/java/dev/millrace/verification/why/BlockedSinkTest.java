package dev.millrace.verification.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.diagnosis.Diagnosis;
import dev.millrace.core.diagnosis.Finding;
import dev.millrace.core.diagnosis.Finding.Cause;
import dev.millrace.core.job.JobClient;
import dev.millrace.stream.StreamExecutionEnvironment;
import dev.millrace.stream.function.SinkFunction;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A sink whose call does not return, on threads as jobs have them. */
class BlockedSinkTest {

    private static final long PATIENCE_SECONDS = 60;
    private static final CountDownLatch ENTERED = new CountDownLatch(1);
    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    /** Waits for a service that does not answer. */
    private static final class Blocks implements SinkFunction<Long> {

        @Override
        public void invoke(Long value, Context context) throws InterruptedException {
            ENTERED.countDown();
            RELEASED.await();
        }
    }

    @Test
    void aCallThatDoesNotReturnIsNamedWithThoseWhoWaitForIt() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment
                .fromSequence(1, Long.MAX_VALUE)
                .name("numbers")
                .addSink(new Blocks())
                .name("blocks")
                .disableChaining();
        JobClient job = environment.executeAsync("blocked-sink");
        assertThat(ENTERED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Diagnosis diagnosis = job.why().get();
        while (diagnosis.findings().stream().map(Finding::cause).noneMatch(Cause.BACK_PRESSURE::equals)) {
            assertThat(System.nanoTime()).as("%s", diagnosis).isLessThan(deadline);
            diagnosis = job.why().get();
        }
        RELEASED.countDown();
        job.cancel().get();
        Recording.require("blocked-sink", withoutNumbers(diagnosis.toString()));
    }

    /** The text without what differs from run to run and from machine to machine. */
    private static String withoutNumbers(String text) {
        return text.replaceAll("\\d[\\d,]*", "N")
                .replaceAll("N (ms|s|min)", "TIME")
                .replaceAll(" +N", "  N")
                .replaceAll("operator +in +out", "operator  in  out");
    }
}
