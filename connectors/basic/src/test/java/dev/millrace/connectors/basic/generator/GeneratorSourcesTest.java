package dev.millrace.connectors.basic.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.connectors.basic.DrivenSource;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.InputStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers are emitted once over all readers and restarts, at the rate asked for. */
final class GeneratorSourcesTest {

    @Test
    void eachNumberComesOnceAlsoAfterARestartAtAnotherParallelism() {
        Check.forAll(Gen.integers(0, 1000), Gen.integers(1, 5), Gen.integers(0, 20), (count, readers, polls) -> {
            DrivenSource<Long, NumberSequenceSplit, List<NumberSequenceSplit>> first = DrivenSource.start(
                            new NumberSequenceSource(-7, count - 8L), readers)
                    .withRecordsPerPoll(13);
            for (int i = 0; i < polls; i++) {
                first.poll(i % readers);
            }
            List<Long> all = new ArrayList<>(first.records());
            all.addAll(DrivenSource.restore(new NumberSequenceSource(-7, count - 8L), 2, first.snapshot())
                    .drain());
            assertThat(all.stream().sorted().toList())
                    .isEqualTo(LongStream.range(-7, count - 7L).boxed().toList());
        });
    }

    @Test
    void whatIsLeftAndWhatHasComeIsTheWhole() throws Exception {
        DrivenSource<Long, ?, ?> driven =
                DrivenSource.start(new NumberSequenceSource(-7, 992), 3).withRecordsPerPoll(13);
        for (int i = 0; i < 100; i++) {
            assertThat(driven.left()).isEqualTo(1_000 - driven.records().size());
            driven.poll(i % 3);
        }
        assertThat(driven.left()).isZero();
        assertThat(DrivenSource.start(new NumberSequenceSource(Long.MIN_VALUE, Long.MAX_VALUE), 1)
                        .left())
                .as("more than a long can tell")
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void rangesAreCutWithoutGapsAlsoWhereTheyDoNotFitALong() {
        Check.forAll(Gen.longs(), Gen.longs(), Gen.integers(1, 9), (a, b, readers) -> {
            long first = Math.min(a, b);
            long last = Math.max(a, b);
            List<NumberSequenceSplit> splits = NumberSequences.cut(first, last, readers);
            assertThat(splits).hasSizeBetween(1, readers);
            assertThat(splits.get(0).next()).isEqualTo(first);
            assertThat(splits.get(splits.size() - 1).last()).isEqualTo(last);
            for (int i = 1; i < splits.size(); i++) {
                assertThat(splits.get(i).next()).isEqualTo(splits.get(i - 1).last() + 1);
                assertThat(splits.get(i).next())
                        .isLessThanOrEqualTo(splits.get(i).last());
            }
        });
    }

    @Test
    void aFunctionMakesRecordsOfNumbers() throws Exception {
        DataGeneratorSource<String> source = new DataGeneratorSource<>(i -> "r" + i, 3);

        assertThat(DrivenSource.start(source, 1).drain()).containsExactly("r0", "r1", "r2");
        assertThat(source.getBoundedness()).isEqualTo(Boundedness.BOUNDED);
        assertThat(new DataGeneratorSource<>(i -> i, Long.MAX_VALUE).getBoundedness())
                .isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    }

    @Test
    void aRatePerSecondIsKeptOverAllReaders() throws Exception {
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(i -> i, 1_000_000, RateLimiterStrategy.perSecond(1000));
        DrivenSource<Long, ?, ?> driven = DrivenSource.start(source, 2);
        for (int millis = 0; millis < 5_000; millis++) {
            pollWhileAvailable(driven, 2);
            driven.clock().advance(1);
        }
        assertThat(driven.records().size()).isBetween(4_900, 5_100);
    }

    @Test
    void aPauseIsNotFollowedByAFlood() throws Exception {
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(i -> i, 1_000_000, RateLimiterStrategy.perSecond(1000));
        DrivenSource<Long, ?, ?> driven = DrivenSource.start(source, 1);
        pollWhileAvailable(driven, 1);
        driven.clock().advance(60_000);
        pollWhileAvailable(driven, 1);

        assertThat(driven.records().size()).isBetween(90, 120);
    }

    private static void pollWhileAvailable(DrivenSource<?, ?, ?> driven, int readers) throws Exception {
        for (int reader = 0; reader < readers; reader++) {
            driven.poll(reader);
            while (driven.reader(reader).isAvailable().isDone() && driven.poll(reader) == InputStatus.MORE_AVAILABLE) {}
        }
    }

    @Test
    void aRatePerCheckpointIsKept() throws Exception {
        DataGeneratorSource<Long> source =
                new DataGeneratorSource<>(i -> i, 100, RateLimiterStrategy.perCheckpoint(10));
        DrivenSource<Long, ?, ?> driven = DrivenSource.start(source, 1);
        for (int checkpoint = 1; checkpoint <= 3; checkpoint++) {
            for (int i = 0; i < 10; i++) {
                driven.poll(0);
            }
            assertThat(driven.records()).hasSize(10 * checkpoint);
            driven.reader(0).notifyCheckpointComplete(checkpoint);
        }
    }

    @Test
    void anySourceCanBeHeldToARate() throws Exception {
        RateLimitedSource<Long, NumberSequenceSplit, List<NumberSequenceSplit>> source =
                new RateLimitedSource<>(new NumberSequenceSource(1, 500), RateLimiterStrategy.perSecond(100));
        DrivenSource<Long, ?, ?> driven = DrivenSource.start(source, 1);
        long begin = driven.clock().millis();

        assertThat(driven.drain()).hasSize(500);
        assertThat(driven.clock().millis() - begin).isBetween(4_800L, 5_100L);
    }

    @Test
    void aCollectionIsReadInItsOrderAsItWasWhenTheSourceWasMade() throws Exception {
        List<int[]> elements = new ArrayList<>(List.of(new int[] {1}, new int[] {2}));
        CollectionSource<int[]> source = new CollectionSource<>(elements);
        elements.get(0)[0] = 7;
        elements.clear();

        List<int[]> read = DrivenSource.start(source, 1).drain();

        assertThat(read.stream().map(Arrays::toString)).containsExactly("[1]", "[2]");
        assertThat(DrivenSource.start(new CollectionSource<>(List.of()), 3).drain())
                .isEmpty();
    }

    @Test
    void whatCannotBeIsRefusedAtOnce() {
        assertThatThrownBy(() -> RateLimiterStrategy.perSecond(0)).hasMessageContaining("above 0 records per second");
        assertThatThrownBy(() -> RateLimiterStrategy.perCheckpoint(0)).hasMessageContaining("at least 1 record");
        assertThatThrownBy(() -> new DataGeneratorSource<>(i -> i, -1)).hasMessageContaining("-1 records");
        assertThatThrownBy(() -> new CollectionSource<>(Arrays.asList("a", null)))
                .hasMessageContaining("null");
    }
}
