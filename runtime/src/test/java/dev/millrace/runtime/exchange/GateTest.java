package dev.millrace.runtime.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.check.Check;
import dev.millrace.check.Gen;
import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Batch;
import dev.millrace.core.element.Element;
import dev.millrace.core.element.EndOfChannel;
import dev.millrace.core.element.EndOfData;
import dev.millrace.core.element.Idleness;
import dev.millrace.core.element.Watermark;
import dev.millrace.network.ChannelId;
import dev.millrace.runtime.InputWiring;
import dev.millrace.runtime.pipeline.ListHub;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A gate over random lanes, beside a model that follows the laws word by word. */
final class GateTest {
    private static final int BARRIERS = 3;

    private static ChannelId id(int lane) {
        return new ChannelId("job", 0, 0, lane, 0);
    }

    /**
     * What a lane sends, from numbers: its records, watermarks and idleness, a barrier after each part. A number may leave a
     * barrier out (its checkpoint was aborted) or end the lane early.
     */
    private static List<Element> script(int lane, List<Integer> codes) {
        List<Element> script = new ArrayList<>();
        long watermark = 0;
        long barrier = 1;
        int record = 0;
        boolean open = true;
        for (int code : codes) {
            switch (code) {
                case 0, 1, 2 -> {
                    Object[] values = new Object[code + 1];
                    for (int i = 0; i <= code; i++) {
                        values[i] = lane * 1000 + record++;
                    }
                    script.add(new Batch(values, null, null, values.length));
                }
                case 3, 4 -> script.add(new Watermark(watermark += code * 10L + lane));
                case 5 -> script.add(Idleness.IDLE);
                case 6 -> script.add(Idleness.ACTIVE);
                case 7, 8 -> {
                    if (barrier <= BARRIERS) {
                        script.add(new Barrier(barrier++, 1_000));
                    }
                }
                case 9 -> barrier++;
                default -> open = false;
            }
            if (!open) {
                break;
            }
        }
        while (open && barrier <= BARRIERS) {
            script.add(new Barrier(barrier++, 1_000));
        }
        script.add(lane % 3 == 2 ? EndOfData.SUSPEND : EndOfData.DRAIN);
        script.add(EndOfChannel.END);
        return script;
    }

    @Test
    void keepsTheLawsOfAlignmentEventTimeAndEnds() {
        Gen<List<List<Integer>>> lanes = Gen.integers(0, 30)
                .map(code -> code <= 10 ? code : code % 8)
                .list(0, 14)
                .list(1, 4);
        Check.cases(2000).run(lanes, Gen.longs(), (codes, seed) -> {
            SplittableRandom random = new SplittableRandom(seed);
            ListHub hub = new ListHub();
            List<List<Element>> scripts = new ArrayList<>();
            List<ChannelId> ids = new ArrayList<>();
            for (int lane = 0; lane < codes.size(); lane++) {
                ids.add(id(lane));
                scripts.add(new ArrayList<>(script(lane, codes.get(lane))));
            }
            Gate gate = new Gate(List.of(new InputWiring(0, ids)), hub, Long.MIN_VALUE, () -> {});
            Model model = new Model(codes.size());
            Seen seen = new Seen(random);
            boolean sending = true;
            while (sending || gate.isOpen()) {
                int lane = random.nextInt(codes.size());
                if (!scripts.get(lane).isEmpty() && random.nextBoolean()) {
                    hub.put(id(lane), scripts.get(lane).remove(0));
                }
                sending = scripts.stream().anyMatch(script -> !script.isEmpty());
                boolean advanced = gate.advance(seen);
                hub.takeLog().forEach(taken -> model.take(taken.channel().producer(), taken.element()));
                assertThat(seen.marks).isEqualTo(model.marks);
                assertThat(sending || advanced || !gate.isOpen())
                        .as("the gate goes on to its end")
                        .isTrue();
            }
            assertThat(seen.records).containsExactlyInAnyOrderElementsOf(model.records);
            assertThat(seen.isInOrderPerLane()).isTrue();
        });
    }

    /** What the gate released. Takes some rows of a batch at a time. */
    private static final class Seen implements GateReader {
        private final SplittableRandom random;
        private final List<Integer> records = new ArrayList<>();
        private final List<String> marks = new ArrayList<>();

        Seen(SplittableRandom random) {
            this.random = random;
        }

        boolean isInOrderPerLane() {
            int[] last = {-1, -1, -1, -1};
            for (int record : records) {
                if (record % 1000 != last[record / 1000] + 1) {
                    return false;
                }
                last[record / 1000]++;
            }
            return true;
        }

        @Override
        public boolean admits(int input) {
            return true;
        }

        @Override
        public int onRows(int input, Batch batch, int from) {
            int to = from + 1 + random.nextInt(batch.size() - from);
            for (int row = from; row < to; row++) {
                records.add((Integer) batch.value(row));
            }
            return to;
        }

        @Override
        public void onWatermark(long timestamp) {
            marks.add("watermark " + timestamp);
        }

        @Override
        public void onIdle(boolean idle) {
            marks.add("idle " + idle);
        }

        @Override
        public void onBarrier(Barrier barrier) {
            marks.add("barrier " + barrier.checkpointId());
        }

        @Override
        public void onEndOfData(EndOfData mode) {
            marks.add("end " + mode);
        }
    }

    /** The laws of a gate, said as plainly as possible: everything is found anew from what each lane has delivered. */
    private static final class Model {
        private final List<List<Element>> delivered = new ArrayList<>();
        private final List<Integer> records = new ArrayList<>();
        private final List<String> marks = new ArrayList<>();
        private long watermark = Long.MIN_VALUE;
        private boolean idle;
        private boolean ended;
        private long released;

        Model(int lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                delivered.add(new ArrayList<>());
            }
        }

        void take(int lane, Element element) {
            long highest =
                    delivered.stream().mapToLong(Model::lastBarrier).max().orElse(0);
            assertThat(lastBarrier(delivered.get(lane)) == highest
                            && highest > released
                            && !isClosed(delivered.get(lane)))
                    .as("lane %s is held for barrier %s and delivers %s", lane, highest, element)
                    .isFalse();
            delivered.get(lane).add(element);
            if (element instanceof Batch batch) {
                for (int row = 0; row < batch.size(); row++) {
                    records.add((Integer) batch.value(row));
                }
            }
            eventTime();
            barriers();
        }

        private static long lastBarrier(List<Element> lane) {
            return lane.stream()
                    .filter(Barrier.class::isInstance)
                    .mapToLong(barrier -> ((Barrier) barrier).checkpointId())
                    .max()
                    .orElse(0);
        }

        private static boolean isClosed(List<Element> lane) {
            return lane.contains(EndOfChannel.END);
        }

        private void barriers() {
            List<List<Element>> open =
                    delivered.stream().filter(lane -> !isClosed(lane)).toList();
            if (open.isEmpty()) {
                return;
            }
            long highest = open.stream().mapToLong(Model::lastBarrier).max().orElse(0);
            if (highest > released && open.stream().allMatch(lane -> lastBarrier(lane) == highest)) {
                released = highest;
                marks.add("barrier " + highest);
            }
        }

        private void eventTime() {
            if (ended) {
                return;
            }
            if (delivered.stream()
                    .allMatch(lane -> lane.contains(EndOfData.DRAIN) || lane.contains(EndOfData.SUSPEND))) {
                ended = true;
                boolean suspended = delivered.stream().anyMatch(lane -> lane.contains(EndOfData.SUSPEND));
                marks.add("end " + (suspended ? "SUSPEND" : "DRAIN"));
                return;
            }
            long lowest = Long.MAX_VALUE;
            boolean anyActive = false;
            boolean anyIdle = false;
            for (List<Element> lane : delivered) {
                boolean laneIdle = lane.lastIndexOf(Idleness.IDLE) > lane.lastIndexOf(Idleness.ACTIVE);
                boolean drained = lane.contains(EndOfData.DRAIN);
                boolean suspended = lane.contains(EndOfData.SUSPEND);
                anyIdle |= laneIdle && !drained && !suspended;
                if (suspended || !drained && !laneIdle) {
                    anyActive = true;
                    lowest = Math.min(lowest, highestWatermark(lane));
                }
            }
            boolean idleNow = anyIdle && !anyActive;
            if (idle && !idleNow) {
                idle = false;
                marks.add("idle false");
            }
            if (anyActive && lowest > watermark) {
                watermark = lowest;
                marks.add("watermark " + lowest);
            }
            if (!idle && idleNow) {
                idle = true;
                marks.add("idle true");
            }
        }

        private static long highestWatermark(List<Element> lane) {
            return lane.stream()
                    .filter(Watermark.class::isInstance)
                    .mapToLong(mark -> ((Watermark) mark).timestamp())
                    .max()
                    .orElse(Long.MIN_VALUE);
        }
    }

    @Test
    void anAbortedCheckpointLetsItsLanesGoOn() {
        ListHub hub = new ListHub();
        Gate gate = new Gate(List.of(new InputWiring(0, List.of(id(0), id(1)))), hub, Long.MIN_VALUE, () -> {});
        Seen seen = new Seen(new SplittableRandom(1));
        hub.put(id(0), new Barrier(1, 1_000));
        hub.put(id(0), new Batch(new Object[] {0}, null, null, 1));
        while (gate.advance(seen)) {}
        assertThat(seen.records).isEmpty();
        gate.abort(1);
        while (gate.advance(seen)) {}
        assertThat(seen.records).containsExactly(0);
        hub.put(id(1), new Barrier(1, 1_000));
        hub.put(id(1), new Barrier(2, 1_000));
        hub.put(id(0), new Barrier(2, 1_000));
        while (gate.advance(seen)) {}
        assertThat(seen.marks).containsExactly("barrier 2");
    }

    @Test
    void barriersPassWhileEverythingElseHasToWait() {
        ListHub hub = new ListHub();
        Gate gate = new Gate(List.of(new InputWiring(0, List.of(id(0), id(1)))), hub, Long.MIN_VALUE, () -> {});
        Seen seen = new Seen(new SplittableRandom(1));
        hub.put(id(0), new Barrier(1, 1_000));
        hub.put(id(1), new Barrier(1, 1_000));
        hub.put(id(1), new Watermark(5));
        while (gate.advanceBarriers(seen)) {}
        assertThat(seen.marks).containsExactly("barrier 1");
    }

    @Test
    void eventTimeGoesOnFromTheSnapshot() {
        ListHub hub = new ListHub();
        Gate gate = new Gate(List.of(new InputWiring(0, List.of(id(0), id(1)))), hub, 50, () -> {});
        Seen seen = new Seen(new SplittableRandom(1));
        hub.put(id(0), new Watermark(40));
        hub.put(id(1), new Watermark(70));
        hub.put(id(0), new Watermark(60));
        while (gate.advance(seen)) {}
        assertThat(seen.marks).containsExactly("watermark 60");
        assertThat(gate.watermark()).isEqualTo(60);
    }
}
