package dev.millrace.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.LongKeys;
import dev.millrace.core.element.ObjectKeys;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.Partitioner;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.type.codec.Mix;
import dev.millrace.runtime.pipeline.OneTask;
import dev.millrace.runtime.pipeline.Scripted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every exchange, from inside a task. */
final class FanoutTest {
    private static final int TARGETS = 3;

    private static OneTask task(Exchange exchange, int targets) {
        return new OneTask()
                .operator("pass", Scripted.passing("pass", Scripted.calls()))
                .edge(0, exchange, targets, 100)
                .deploy();
    }

    private static List<List<Object>> send(OneTask task, int targets, Object... values) {
        task.records(values);
        List<List<Object>> received = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            received.add(task.hub.drainRecords(OneTask.out(0, target)));
        }
        return received;
    }

    private static Object[] numbers(int count) {
        Object[] numbers = new Object[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (long) i;
        }
        return numbers;
    }

    @Test
    void forwardAndGlobalKeepOneTarget() {
        assertThat(send(task(new Exchange.Forward(), 1), 1, "a", "b").get(0)).containsExactly("a", "b");
        assertThat(send(task(new Exchange.Global(), TARGETS), TARGETS, "a", "b"))
                .containsExactly(List.of("a", "b"), List.of(), List.of());
    }

    @Test
    void rebalanceAndRescaleGoRound() {
        List<List<Object>> round = List.of(List.of("a", "d"), List.of("b"), List.of("c"));
        assertThat(send(task(new Exchange.Rebalance(), TARGETS), TARGETS, "a", "b", "c", "d"))
                .isEqualTo(round);
        assertThat(send(task(new Exchange.Rescale(), TARGETS), TARGETS, "a", "b", "c", "d"))
                .isEqualTo(round);
    }

    @Test
    void broadcastGivesEachTargetItsOwnMutableValue() {
        List<Object> mutable = new ArrayList<>(List.of("x"));
        List<List<Object>> received = send(task(new Exchange.Broadcast(), TARGETS), TARGETS, "a", mutable);
        for (List<Object> one : received) {
            assertThat(one).containsExactly("a", List.of("x"));
        }
        assertThat(received.get(0).get(1)).isNotSameAs(received.get(1).get(1));
        assertThat(received.get(1).get(1)).isNotSameAs(received.get(2).get(1));
    }

    @Test
    void shuffleIsSeededAndReachesEveryTarget() {
        List<List<Object>> first = send(task(new Exchange.Shuffle(), TARGETS), TARGETS, numbers(300));
        assertThat(first).allSatisfy(one -> assertThat(one).hasSizeBetween(60, 140));
        assertThat(send(task(new Exchange.Shuffle(), TARGETS), TARGETS, numbers(300)))
                .isEqualTo(first);
    }

    @Test
    void customAsksThePartitioner() {
        Partitioner<Long> partitioner = (key, count) -> (int) (key * 2 % count);
        KeySelector<Long, Long> key = number -> number;
        assertThat(send(task(new Exchange.Custom(partitioner, key), TARGETS), TARGETS, 0L, 1L, 2L))
                .containsExactly(List.of(0L), List.of(2L), List.of(1L));
    }

    @Test
    void customNamesAPartitionerThatAnswersNonsense() {
        Partitioner<Long> partitioner = (key, count) -> 5;
        KeySelector<Long, Long> key = number -> number;
        OneTask task = task(new Exchange.Custom(partitioner, key), TARGETS);
        task.records(7L);
        assertThat(task.log.get(1)).contains("vertex", "partitioner after", "record 7", "answered 5 for 3");
    }

    @Test
    void hashSendsEachKeyToTheOwnerOfItsGroupWithOneHash() {
        KeySelector<Object, Object> key = value -> value instanceof Long number ? number % 10 : value;
        OneTask task = task(new Exchange.Hash(key), TARGETS);
        task.records(numbers(1000));
        for (int target = 0; target < TARGETS; target++) {
            for (Element element : task.hub.drain(OneTask.out(0, target))) {
                Batch batch = (Batch) element;
                LongKeys keys = (LongKeys) batch.keys();
                for (int row = 0; row < batch.size(); row++) {
                    Object expected = (Long) batch.value(row) % 10;
                    int hash = OneTask.TYPES.hash(expected);
                    assertThat(keys.key(row)).isEqualTo(expected);
                    assertThat(keys.hash(row)).isEqualTo(hash).isEqualTo(Mix.of((long) expected));
                    assertThat(KeyGroupRange.ownerOf(KeyGroupRange.groupOf(hash, 128), 128, TARGETS))
                            .isEqualTo(target);
                }
            }
        }
    }

    @Test
    void hashTakesKeysOfSeveralClassesInOneBatch() {
        KeySelector<Object, Object> key = value -> value;
        OneTask task = task(new Exchange.Hash(key), 1);
        task.records(1L, "two", 3L);
        Batch batch = (Batch) task.hub.drain(OneTask.out(0, 0)).get(0);
        ObjectKeys keys = (ObjectKeys) batch.keys();
        for (int row = 0; row < 3; row++) {
            assertThat(keys.key(row)).isEqualTo(batch.value(row));
            assertThat(keys.hash(row)).isEqualTo(OneTask.TYPES.hash(batch.value(row)));
        }
    }

    @Test
    void aNullKeyIsAnErrorThatNamesTheRecord() {
        KeySelector<Object, Object> key = value -> null;
        OneTask task = task(new Exchange.Hash(key), 1);
        task.records("poor");
        assertThat(task.log.get(1)).contains("key selector", "poor");
    }

    @Test
    void timestampsTravelOnlyWhenThereAreSome() {
        OneTask task = task(new Exchange.Forward(), 1);
        task.give(new Batch(new Object[] {"a"}, new long[] {5}, null, 1));
        // the operator of this test emits everything with timestamp 0
        assertThat(((Batch) task.hub.drain(OneTask.out(0, 0)).get(0)).timestamp(0))
                .isZero();
        OneTask plain = new OneTask()
                .operator("plain", new Scripted("plain", Scripted.calls(), (value, context, output) -> {
                    output.emit(value, Batch.NO_TIMESTAMP);
                    output.emit(value, 3);
                }))
                .edge(0, new Exchange.Forward(), 1, 100)
                .deploy();
        plain.records("a");
        Batch batch = (Batch) plain.hub.drain(OneTask.out(0, 0)).get(0);
        assertThat(batch.timestamp(0)).isEqualTo(Batch.NO_TIMESTAMP);
        assertThat(batch.timestamp(1)).isEqualTo(3);
    }

    @Test
    void marksFollowTheRecordsBeforeThemToEveryTarget() {
        OneTask task = task(new Exchange.Rebalance(), 2);
        task.hub.put(OneTask.in(0), new Batch(new Object[] {"a"}, null, null, 1));
        task.hub.put(OneTask.in(0), new Barrier(1, 1_000));
        task.hub.put(OneTask.in(0), EndOfData.DRAIN);
        task.hub.put(OneTask.in(0), EndOfChannel.END);
        task.host.run();
        List<Element> second = task.hub.drain(OneTask.out(0, 1));
        assertThat(second).containsExactly(new Barrier(1, 1_000), EndOfData.DRAIN, EndOfChannel.END);
        List<Element> first = task.hub.drain(OneTask.out(0, 0));
        assertThat(first).hasSize(4);
        assertThat(first.get(0)).isInstanceOf(Batch.class);
    }

    @Test
    void recordsBeyondTheRoomOverflowInOrderAndNoInputIsTaken() {
        List<String> calls = Scripted.calls();
        OneTask task = new OneTask()
                .operator("many", new Scripted("many", calls, (value, context, output) -> {
                    for (int i = 0; i < 2000; i++) {
                        output.emit(value + "-" + i, 0);
                    }
                }))
                .edge(0, new Exchange.Forward(), 1, 100);
        task.hub.limit(OneTask.out(0, 0), 2);
        task.deploy();
        task.records("a", "b", "c");
        assertThat(calls).contains("many a").doesNotContain("many b");
        assertThat(task.memory.reserved()).isPositive();
        List<Object> received = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            received.addAll(task.hub.drainRecords(OneTask.out(0, 0)));
            task.host.run();
        }
        List<Object> expected = new ArrayList<>();
        for (String value : List.of("a", "b", "c")) {
            for (int i = 0; i < 2000; i++) {
                expected.add(value + "-" + i);
            }
        }
        assertThat(received).isEqualTo(expected);
        assertThat(task.memory.reserved()).isZero();
        assertThat(Collections.frequency(calls, "many a")).isEqualTo(1);
    }

    @Test
    void aTaskWithoutMoreInputSendsWhatItHas() {
        OneTask task = task(new Exchange.Forward(), 1);
        task.hub.limit(OneTask.out(0, 0), 5);
        task.records("a");
        assertThat(task.hub.drainRecords(OneTask.out(0, 0)))
                .as("sent when idle")
                .containsExactly("a");
    }

    @Test
    void withoutABufferTimeEachRecordIsABatch() {
        OneTask task = new OneTask()
                .operator("pass", Scripted.passing("pass", Scripted.calls()))
                .edge(0, new Exchange.Forward(), 1, 0)
                .deploy();
        task.records("a", "b");
        assertThat(task.hub.drain(OneTask.out(0, 0))).hasSize(2);
    }
}
