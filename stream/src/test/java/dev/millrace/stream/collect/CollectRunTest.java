package dev.millrace.stream.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.CloseableIterator;
import dev.millrace.core.function.MapFunction;
import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that reads results slowly, or not at all, holds the job up; nothing is lost and nothing waits for ever. */
class CollectRunTest {

    private static final long COUNT = 1_500_000;

    private static final AtomicLong MADE = new AtomicLong();
    private static final AtomicLong READ = new AtomicLong();
    private static final AtomicLong AHEAD = new AtomicLong();
    private static volatile CountDownLatch full = new CountDownLatch(1);

    @BeforeEach
    void nothingRead() {
        MADE.set(0);
        READ.set(0);
        AHEAD.set(0);
        full = new CountDownLatch(1);
    }

    /** Notes how far the job is ahead of the program. */
    private static final class Ahead implements MapFunction<Long, Long> {

        @Override
        public Long map(Long value) {
            long made = MADE.incrementAndGet();
            AHEAD.accumulateAndGet(made - READ.get(), Math::max);
            if (made == CollectOperator.UNREAD_RECORDS_MAX) {
                full.countDown();
            }
            return value;
        }
    }

    private static void readsAll(CloseableIterator<Long> results) throws Exception {
        full.await();
        boolean inOrder = true;
        while (results.hasNext()) {
            inOrder &= results.next() == READ.incrementAndGet();
        }
        assertThat(inOrder).isTrue();
        assertThat(READ).hasValue(COUNT);
    }

    @Test
    @SuppressWarnings("try") // closing may wait for the job to end
    void aProgramThatReadsLateGetsAllAndTheJobIsNeverFurtherAheadThanItMay() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        try (CloseableIterator<Long> results =
                environment.fromSequence(1, COUNT).map(new Ahead()).executeAndCollect()) {
            readsAll(results);
        }
        assertThat(AHEAD)
                .hasValueBetween(CollectOperator.UNREAD_RECORDS_MAX, CollectOperator.UNREAD_RECORDS_MAX + 2_000);
    }

    @Test
    @SuppressWarnings("try") // closing may wait for the job to end
    void withCheckpointsTooItGetsAllOnce() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        environment.enableCheckpointing(20);
        try (CloseableIterator<Long> results =
                environment.fromSequence(1, COUNT).map(new Ahead()).executeAndCollect()) {
            readsAll(results);
        }
    }

    @Test
    @SuppressWarnings("try") // closing may wait for the job to end
    void aJobThatWaitsForAProgramThatReadsNothingCanBeClosed() throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(1);
        try (CloseableIterator<Long> results =
                environment.fromSequence(1, Long.MAX_VALUE).map(new Ahead()).executeAndCollect()) {
            full.await();
            assertThat(results.next()).isEqualTo(1);
        }
        assertThat(MADE.get()).isLessThan(CollectOperator.UNREAD_RECORDS_MAX + 4_000);
    }
}
