package dev.millrace.verification.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.connectors.basic.sink.DiscardingSink;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A user function may wait for what another task of the same worker does. */
final class WaitingFunctionTest {

    private static final long LIMIT_SECONDS = 60;
    private static final CountDownLatch SEEN_BY_THE_OTHER = new CountDownLatch(1);

    @Test
    void aFunctionThatWaitsForAnotherTaskOfItsWorkerDoesNotHangTheJob() throws Exception {
        StreamExecutionEnvironment job = StreamExecutionEnvironment.createLocalEnvironment(1);
        job.fromSequence(1, 10)
                .map(number -> {
                    if (!SEEN_BY_THE_OTHER.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("the other task was not run");
                    }
                    return number;
                })
                .sinkTo(new DiscardingSink<>());
        job.fromSequence(1, 10)
                .startNewChain()
                .map(number -> {
                    SEEN_BY_THE_OTHER.countDown();
                    return number;
                })
                .disableChaining()
                .sinkTo(new DiscardingSink<>());

        job.execute("waiting");

        assertThat(SEEN_BY_THE_OTHER.getCount()).isZero();
    }
}
