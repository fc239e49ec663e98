package dev.millrace.runtime.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Watermark;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.operator.Cursor;
import dev.millrace.core.operator.Operator;
import dev.millrace.core.plan.Exchange;
import dev.millrace.core.time.Timer;
import dev.millrace.runtime.pipeline.OneTask;
import dev.millrace.runtime.pipeline.Scripted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In what order the operators of a chain are called, and what each may count on. */
final class ChainOrderTest {
    private static final KeySelector<Object, Object> ITSELF = value -> value;

    private final List<String> calls = Scripted.calls();

    private static Cursor<Object> cursor(String name, int values) {
        return new Cursor<>() {
            private int next = -1;

            @Override
            public boolean advance() {
                return ++next < values;
            }

            @Override
            public Object value() {
                return name + next;
            }

            @Override
            public long timestamp() {
                return Batch.NO_TIMESTAMP;
            }
        };
    }

    @Test
    void aDrainedChainFiresFinishesAndPassesOnOperatorByOperator() {
        OneTask task = new OneTask()
                .operator("a", Scripted.passing("a", calls))
                .operator("b", Scripted.last("b", calls))
                .deploy();
        task.records(1).give(EndOfData.DRAIN).give(EndOfChannel.END);
        assertThat(calls)
                .containsExactly(
                        "b open",
                        "a open",
                        "a 1",
                        "b 1",
                        "a watermark max",
                        "a finish",
                        "b watermark max",
                        "b finish",
                        "a before last",
                        "b before last",
                        "a close",
                        "b close");
        assertThat(task.log).containsExactly("running", "ended", "finished");
    }

    @Test
    void aSuspendedChainFiresAndFinishesNothing() {
        OneTask task = new OneTask().operator("a", Scripted.last("a", calls)).deploy();
        task.records(1).give(EndOfData.SUSPEND);
        assertThat(calls).containsExactly("a open", "a 1");
        assertThat(task.log).containsExactly("running", "ended");
    }

    @Test
    void aCancelledTaskClosesItsOperators() {
        OneTask task = new OneTask()
                .operator("a", Scripted.passing("a", calls))
                .operator("b", Scripted.last("b", calls))
                .deploy();
        task.control().cancel();
        task.host.run();
        assertThat(calls).containsExactly("b open", "a open", "a close", "b close");
        assertThat(task.log).containsExactly("running", "cancelled");
    }

    @Test
    void aFailureNamesVertexOperatorAndRecordAndClosesEverything() {
        OneTask task = new OneTask()
                .operator("a", Scripted.passing("a", calls))
                .operator("b", new Scripted("b", calls, (value, context, output) -> {
                    throw new IllegalArgumentException("bad luck");
                }))
                .deploy();
        task.records("one");
        assertThat(task.log.get(1))
                .isEqualTo("task vertex [0] failed in operator 'b' at record one:"
                        + " java.lang.IllegalArgumentException: bad luck");
        assertThat(calls).endsWith("a close", "b close");
    }

    @Test
    void aRecordThatCannotBeShownDoesNotHideTheFailure() {
        OneTask task = new OneTask().operator("a", new Unshowable.Failing()).deploy();
        task.records(new Unshowable());
        assertThat(task.log.get(1)).contains("whose toString() throws", "bad luck");
    }

    /** A value whose text cannot be had. */
    static final class Unshowable {
        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }

        /** Fails at each record. */
        static final class Failing implements Operator<Object, Object> {
            @Override
            public void onRecord(int input, Object value, long timestamp) {
                throw new IllegalArgumentException("bad luck");
            }

            @Override
            public void onWatermark(long timestamp) {}
        }
    }

    @Test
    void aCursorIsExhaustedBeforeTheNextRecordAndKeepsItsPlaceBeforeTheWatermark() {
        OneTask task = new OneTask()
                .operator("a", new Scripted("a", calls, (value, context, output) -> {
                    output.emitAll(cursor(value + "-", 3));
                    output.watermark((Integer) value);
                }))
                .operator("b", Scripted.last("b", calls))
                .deploy();
        task.records(1, 2);
        assertThat(calls)
                .containsExactly(
                        "b open",
                        "a open",
                        "a 1",
                        "b 1-0",
                        "b 1-1",
                        "b 1-2",
                        "b watermark 1",
                        "a 2",
                        "b 2-0",
                        "b 2-1",
                        "b 2-2",
                        "b watermark 2");
    }

    @Test
    void aBarrierPassesBetweenTwoValuesOfACursor() {
        OneTask task = new OneTask()
                .lanes(2)
                .operator("a", new Scripted("a", calls, (value, context, output) -> {
                    output.emitAll(cursor(value + "-", 100_000));
                }))
                .edge(0, new Exchange.Forward(), 1, 100);
        task.hub.limit(OneTask.out(0, 0), 1);
        task.deploy();
        task.records("x");
        task.hub.put(OneTask.in(0), new Barrier(5, 1_000));
        task.hub.put(OneTask.in(1), new Barrier(5, 1_000));
        task.host.run();
        assertThat(calls).containsExactly("a open", "a x", "a before 5");
        assertThat(task.log).contains("declined 5");
    }

    @Test
    void eventTimeTimersFireInOrderBeforeTheWatermarkIsGiven() {
        OneTask task = new OneTask()
                .operator(
                        "a",
                        new Scripted("a", calls, (value, context, output) -> {
                            context.timers().register(Timer.Domain.EVENT_TIME, null, 20);
                            context.timers().register(Timer.Domain.EVENT_TIME, null, 10);
                            context.timers().register(Timer.Domain.EVENT_TIME, null, 30);
                        }),
                        List.of(ITSELF),
                        true,
                        -1)
                .operator("b", Scripted.last("b", calls))
                .deploy();
        task.records("k").give(new Watermark(25));
        assertThat(calls)
                .containsExactly(
                        "b open",
                        "a open",
                        "a k",
                        "a timer 10 of k",
                        "b fired 10",
                        "a timer 20 of k",
                        "b fired 20",
                        "a watermark 25",
                        "b watermark 25");
        assertThat(task.give(new Watermark(30)).log).containsExactly("running");
        assertThat(calls).endsWith("a timer 30 of k", "b fired 30", "a watermark 30", "b watermark 30");
    }

    @Test
    void thousandsOfTimersFireInSlicesAndTheWatermarkComesLast() {
        OneTask task = new OneTask()
                .operator(
                        "a",
                        new Scripted("a", new ArrayList<>(), (value, context, output) -> {
                            for (int i = 1; i <= 3000; i++) {
                                context.timers().register(Timer.Domain.EVENT_TIME, null, i);
                            }
                        }),
                        List.of(ITSELF),
                        true,
                        -1)
                .operator("b", Scripted.last("b", calls))
                .deploy();
        task.records("k");
        task.hub.put(OneTask.in(0), new Watermark(5000));
        task.host.step();
        assertThat(calls.size()).as("a step fires a part").isLessThan(1000);
        task.host.run();
        assertThat(calls).hasSize(3002).endsWith("b watermark 5000");
    }

    @Test
    void processingTimeTimersFireWhenTheirMillisecondHasPassed() {
        OneTask task = new OneTask()
                .operator(
                        "a",
                        new Scripted(
                                "a",
                                calls,
                                (value, context, output) -> context.timers()
                                        .register(
                                                Timer.Domain.PROCESSING_TIME,
                                                null,
                                                context.clock().millis() + 50)),
                        List.of(ITSELF),
                        true,
                        -1)
                .deploy();
        task.records("k");
        long due = task.clock.millis() + 50;
        assertThat(task.host.nextAlarmMillis()).isEqualTo(due + 1);
        task.clock.move(50);
        task.host.clockMoved();
        task.host.run();
        assertThat(calls).hasSize(2);
        task.clock.move(1);
        task.host.clockMoved();
        task.host.run();
        assertThat(calls).endsWith("a timer " + due + " of k");
    }

    @Test
    void userCodeThatChangesWhatItEmittedIsNotSeenDownstream() {
        List<Object> kept = new ArrayList<>();
        OneTask task = new OneTask()
                .operator("a", mutating(), List.of(), false, -1)
                .operator("b", new Scripted("b", calls, (value, context, output) -> kept.add(value)))
                .deploy();
        task.records(1, 2);
        assertThat(kept).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void withObjectReuseValuesPassAsTheyAre() {
        List<Object> kept = new ArrayList<>();
        OneTask task = new OneTask()
                .objectReuse()
                .operator("a", mutating(), List.of(), false, -1)
                .operator("b", new Scripted("b", calls, (value, context, output) -> kept.add(value)))
                .deploy();
        task.records(1, 2);
        assertThat(kept).containsExactly(List.of(2), List.of(2));
    }

    @Test
    void eachFurtherReaderOfAFreshValueGetsItsOwn() {
        List<Object> kept = new ArrayList<>();
        Scripted.OnRecord change = (value, context, output) -> {
            @SuppressWarnings("unchecked")
            List<Object> list = (List<Object>) value;
            list.add("seen");
            kept.add(list);
        };
        OneTask task = new OneTask()
                .operator("a", new Scripted("a", calls, (value, context, output) -> {
                    output.emit(new ArrayList<>(List.of(value)), 0);
                }))
                .operator("b", new Scripted("b", calls, change), List.of(), true, 0)
                .operator("c", new Scripted("c", calls, change), List.of(), true, 0)
                .deploy();
        task.records(1);
        assertThat(kept).containsExactly(List.of(1, "seen"), List.of(1, "seen"));
        assertThat(kept.get(0)).isNotSameAs(kept.get(1));
    }

    private Scripted mutating() {
        List<Object> one = new ArrayList<>(List.of(0));
        return new Scripted("a", calls, (value, context, output) -> {
            one.set(0, value);
            output.emit(one, 0);
        });
    }

    @Test
    void mailRunsBetweenRecordsAndAtItsTime() {
        OneTask task = new OneTask()
                .operator("a", new Scripted("a", calls, (value, context, output) -> {
                    context.mailbox().execute(() -> calls.add("mail"));
                    context.mailbox().at(context.clock().millis() + 10, () -> calls.add("late mail"));
                }))
                .deploy();
        task.records("x");
        assertThat(calls).containsExactly("a open", "a x", "mail");
        task.clock.move(10);
        task.host.clockMoved();
        task.host.run();
        assertThat(calls).endsWith("late mail");
    }
}
