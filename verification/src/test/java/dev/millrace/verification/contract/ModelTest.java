package dev.millrace.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.function.Collector;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.stream.SingleOutputStreamOperator;
import dev.millrace.stream.join.ProcessJoinFunction;
import dev.millrace.stream.window.EventTimeSessionWindows;
import dev.millrace.stream.window.SlidingEventTimeWindows;
import dev.millrace.stream.window.TimeWindow;
import dev.millrace.stream.window.WindowAssigner;
import dev.millrace.testkit.contract.Cut;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Item;
import dev.millrace.testkit.contract.Outcome;
import dev.millrace.testkit.contract.Part;
import dev.millrace.testkit.contract.Settled;
import dev.millrace.testkit.contract.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows and joins with restores, crashes and other parallelisms in their midst, held against plain models. */
class ModelTest {
    private static final int CASES = 40;
    private static final long SEED = Scripts.SEED;
    private static final KeySelector<Tuple2<String, Integer>, String> KEY = pair -> pair.f0;
    private static final OutputTag<Tuple2<String, Integer>> LATE = new OutputTag<>("late");

    /** A script of one or two sources, and a way to run it. */
    private record Story(List<Happening> script, Variant variant) {}

    private static Gen<Story> stories(int sources) {
        Gen<Happening> happenings = choices -> {
            int source = (int) choices.upTo(sources - 1L);
            int kind = (int) choices.upTo(9);
            long time = choices.upTo(60);
            if (kind < 7) {
                return new Happening.Given(source, Tuple2.of("k" + choices.upTo(2), (int) choices.upTo(99)), time);
            }
            return kind < 9 ? new Happening.Mark(source, time) : new Happening.Idle(source, time % 2 == 0);
        };
        Gen<List<Happening>> scripts = happenings.list(0, 30);
        return choices -> {
            List<Happening> script = scripts.generate(choices);
            List<Cut> cuts = new ArrayList<>();
            int[] widths = {1, 3, 2};
            for (int at = (int) choices.upTo(9); at < script.size(); at += 1 + (int) choices.upTo(9)) {
                int width = widths[(int) choices.upTo(2)];
                switch ((int) choices.upTo(3)) {
                    case 0 -> cuts.add(Cut.complete(at));
                    case 1 -> cuts.add(Cut.abort(at));
                    case 2 -> cuts.add(Cut.restore(at, width));
                    default -> {
                        int until = Math.min(script.size(), at + 1 + (int) choices.upTo(4));
                        cuts.add(Cut.crash(at, until, width));
                        at = until;
                    }
                }
            }
            Variant variant =
                    Variant.PLAIN.withParallelism(widths[(int) choices.upTo(2)]).withCuts(cuts);
            return new Story(script, choices.upTo(3) == 0 ? variant.onStore("naive") : variant);
        };
    }

    private static Check check() {
        return Check.cases(CASES).withSeed(SEED).withShrinkAttemptsMax(300);
    }

    private static List<String> sorted(List<Item> items) {
        return items.stream()
                .filter(item -> !item.mark())
                .map(Item::toString)
                .sorted()
                .toList();
    }

    /** Windows as lists of spans, merged and fired by looking at all of them each time. */
    private static final class WindowModel {
        private record Span(String key, long start, long end) {
            boolean touches(Span other) {
                return key.equals(other.key) && start <= other.end && other.start <= end;
            }

            Span with(Span other) {
                return new Span(key, Math.min(start, other.start), Math.max(end, other.end));
            }
        }

        private record Held(Span span, int sum) {}

        private final long lateness;
        private final long gap;
        private final long size;
        private final long slide;
        private final List<Held> held = new ArrayList<>();
        private final List<String> results = new ArrayList<>();
        private final List<String> late = new ArrayList<>();
        private long watermark = Long.MIN_VALUE;

        WindowModel(long lateness, long gap, long size, long slide) {
            this.lateness = lateness;
            this.gap = gap;
            this.size = size;
            this.slide = slide;
        }

        void play(List<Happening> script) {
            for (int place = 0; place < script.size(); place++) {
                if (script.get(place) instanceof Happening.Given given) {
                    given(place + 1, given);
                } else if (script.get(place) instanceof Happening.Mark mark) {
                    advance(place + 1, mark.timestamp());
                }
            }
            advance(script.size() + 1, Long.MAX_VALUE);
        }

        @SuppressWarnings("unchecked") // the stories give pairs
        private void given(int moment, Happening.Given given) {
            Tuple2<String, Integer> pair = (Tuple2<String, Integer>) given.value();
            boolean taken = false;
            for (Span span : spans(pair.f0, given.timestamp())) {
                taken |= add(moment, new Held(span, pair.f1));
            }
            if (!taken) {
                late.add(moment + ": " + pair + "@" + given.timestamp());
            }
        }

        private List<Span> spans(String key, long time) {
            if (gap > 0) {
                return List.of(new Span(key, time, time + gap));
            }
            List<Span> spans = new ArrayList<>();
            for (long start = -size; start <= time; start++) {
                if (Math.floorMod(start, slide) == 0 && time < start + size) {
                    spans.add(new Span(key, start, start + size));
                }
            }
            return spans;
        }

        private boolean add(int moment, Held one) {
            Held grown = one;
            List<Held> merged = new ArrayList<>();
            for (Held each : held) {
                boolean joins = gap > 0 ? each.span.touches(grown.span) : each.span.equals(grown.span);
                if (joins) {
                    merged.add(each);
                }
            }
            for (Held each : merged) {
                grown = new Held(grown.span.with(each.span), grown.sum + each.sum);
            }
            if (grown.span.end - 1 + lateness <= watermark) {
                return false;
            }
            held.removeAll(merged);
            held.add(grown);
            if (grown.span.end - 1 <= watermark) {
                fire(moment, grown);
            }
            return true;
        }

        private void fire(int moment, Held window) {
            results.add(moment + ": (" + window.span.key + "," + window.sum + ")@" + (window.span.end - 1));
        }

        private void advance(int moment, long time) {
            if (time <= watermark) {
                return;
            }
            for (Held each : held) {
                if (each.span.end - 1 > watermark && each.span.end - 1 <= time) {
                    fire(moment, each);
                }
            }
            watermark = time;
            held.removeIf(each -> each.span.end - 1 + lateness <= time);
        }
    }

    private static Part sums(WindowAssigner<Object, TimeWindow> assigner, long lateness) {
        return board -> {
            SingleOutputStreamOperator<Tuple2<String, Integer>> main = board.<Tuple2<String, Integer>>input(0)
                    .keyBy(KEY)
                    .window(assigner)
                    .allowedLateness(Duration.ofMillis(lateness))
                    .sideOutputLateData(LATE)
                    .reduce((a, b) -> Tuple2.of(a.f0, a.f1 + b.f1));
            board.result(main);
            board.result(main.getSideOutput(LATE));
        };
    }

    private static void holds(Story story, WindowAssigner<Object, TimeWindow> assigner, WindowModel model) {
        Outcome outcome = Settled.run(sums(assigner, model.lateness), story.script(), story.variant());
        model.play(story.script());
        assertThat(sorted(outcome.results().get(0)))
                .isEqualTo(model.results.stream().sorted().toList());
        assertThat(sorted(outcome.results().get(1)))
                .isEqualTo(model.late.stream().sorted().toList());
    }

    @Test
    void slidingWindows() {
        check().run(
                        stories(1),
                        story -> holds(
                                story,
                                SlidingEventTimeWindows.of(Duration.ofMillis(12), Duration.ofMillis(4)),
                                new WindowModel(0, 0, 12, 4)));
    }

    @Test
    void tumblingWindowsThatWaitForLateRecords() {
        check().run(
                        stories(1),
                        story -> holds(
                                story,
                                SlidingEventTimeWindows.of(Duration.ofMillis(10), Duration.ofMillis(10)),
                                new WindowModel(7, 0, 10, 10)));
    }

    @Test
    void sessions() {
        check().run(
                        stories(1),
                        story -> holds(
                                story,
                                EventTimeSessionWindows.withGap(Duration.ofMillis(6)),
                                new WindowModel(0, 6, 0, 0)));
    }

    @Test
    void sessionsThatWaitForLateRecords() {
        check().run(
                        stories(1),
                        story -> holds(
                                story,
                                EventTimeSessionWindows.withGap(Duration.ofMillis(6)),
                                new WindowModel(5, 6, 0, 0)));
    }

    private static final class Joins
            extends ProcessJoinFunction<Tuple2<String, Integer>, Tuple2<String, Integer>, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(
                Tuple2<String, Integer> left, Tuple2<String, Integer> right, Context ctx, Collector<String> out) {
            out.collect(left + "+" + right);
        }
    }

    /** Pairs of records that lie between -5 and 8 ms, of those that are not late and are still kept. */
    private static List<String> pairs(List<Happening> script) {
        List<String> pairs = new ArrayList<>();
        List<Happening.Given> kept = new ArrayList<>();
        long[] watermarks = {Long.MIN_VALUE, Long.MIN_VALUE};
        boolean[] idle = new boolean[2];
        long combined = Long.MIN_VALUE;
        for (int place = 0; place < script.size(); place++) {
            Happening happening = script.get(place);
            if (happening instanceof Happening.Given given) {
                idle[given.source()] = false;
                if (given.timestamp() >= combined) {
                    for (Happening.Given other : kept) {
                        meet(place + 1, given, other, combined, pairs);
                    }
                    kept.add(given);
                }
            } else if (happening instanceof Happening.Mark mark) {
                idle[mark.source()] = false;
                watermarks[mark.source()] = Math.max(watermarks[mark.source()], mark.timestamp());
            } else if (happening instanceof Happening.Idle change) {
                idle[change.source()] = change.idle();
            }
            long lowest = Long.MAX_VALUE;
            for (int source = 0; source < 2; source++) {
                lowest = idle[source] ? lowest : Math.min(lowest, watermarks[source]);
            }
            combined = lowest == Long.MAX_VALUE ? combined : Math.max(combined, lowest);
        }
        return pairs;
    }

    @SuppressWarnings("unchecked") // the stories give pairs
    private static void meet(
            int moment, Happening.Given one, Happening.Given other, long watermark, List<String> pairs) {
        Happening.Given left = one.source() == 0 ? one : other;
        Happening.Given right = one.source() == 0 ? other : one;
        long distance = right.timestamp() - left.timestamp();
        boolean sameKey =
                ((Tuple2<String, Integer>) left.value()).f0.equals(((Tuple2<String, Integer>) right.value()).f0);
        long keptUntil = other.timestamp() + (other.source() == 0 ? 8 : 5);
        if (one.source() != other.source() && sameKey && distance >= -5 && distance <= 8 && keptUntil > watermark) {
            long time = Math.max(left.timestamp(), right.timestamp());
            pairs.add(moment + ": " + left.value() + "+" + right.value() + "@" + time);
        }
    }

    @Test
    void intervalJoins() {
        Part part = board -> board.result(board.<Tuple2<String, Integer>>input(0)
                .keyBy(KEY)
                .intervalJoin(board.<Tuple2<String, Integer>>input(1).keyBy(KEY))
                .between(Duration.ofMillis(-5), Duration.ofMillis(8))
                .process(new Joins()));
        check().run(stories(2), story -> {
            Outcome outcome = Settled.run(part, story.script(), story.variant());
            assertThat(sorted(outcome.results().get(0)))
                    .isEqualTo(pairs(story.script()).stream().sorted().toList());
        });
    }
}
