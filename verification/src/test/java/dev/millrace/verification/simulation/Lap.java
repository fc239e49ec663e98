package dev.millrace.verification.simulation;

import dev.millrace.core.function.Collector;
import dev.millrace.core.function.MapFunction;
import dev.millrace.core.function.OpenContext;
import dev.millrace.core.state.ValueState;
import dev.millrace.core.state.ValueStateDescriptor;
import dev.millrace.stream.function.KeyedProcessFunction;
import dev.millrace.stream.function.ProcessFunction;
import dev.millrace.testkit.world.World;
import java.io.Serializable;

/**
 * A number on its way round.
 *
 * @param outer how often it still goes round the outer loop
 * @param inner how often it still goes round the inner loop
 * @param laps how often it has passed the body, as the body's state says
 * @param late whether it had been late before it came to the loop
 */
record Lap(long number, long outer, long inner, long laps, boolean late) implements Serializable {

    Lap nextInner(long newLaps) {
        return new Lap(number, outer, inner - 1, newLaps, late);
    }

    Lap nextOuter(long newInner) {
        return new Lap(number, outer - 1, newInner, laps, late);
    }

    /** Sends numbers off, with a number of rounds that follows from each. */
    static final class Start extends ProcessFunction<Long, Lap> {
        private static final long serialVersionUID = 1;
        private final long outerMax;
        private final long innerMax;

        Start(long outerMax, long innerMax) {
            this.outerMax = outerMax;
            this.innerMax = innerMax;
        }

        static long rounds(long number, long max) {
            return number * 7919 % (max + 1);
        }

        @Override
        public void processElement(Long number, Context context, Collector<Lap> out) {
            boolean late = number <= context.timerService().currentWatermark();
            out.collect(new Lap(number, rounds(number, outerMax), rounds(number, innerMax), 0, late));
        }
    }

    /** Lets a number through, now and then slowly, so that many are on their way at once and for long. */
    static final class Walk implements MapFunction<Lap, Lap> {
        private static final long serialVersionUID = 1;
        private final int pauseNanosMax;

        Walk(int pauseNanosMax) {
            this.pauseNanosMax = pauseNanosMax;
        }

        @Override
        public Lap map(Lap lap) {
            if (pauseNanosMax > 0 && World.current().random().nextInt(8) == 0) {
                World.current().pause(World.current().random().nextInt(pauseNanosMax));
            }
            return lap;
        }
    }

    /** Counts in keyed state how often each number has come by. */
    static final class Count extends KeyedProcessFunction<Long, Lap, Lap> {
        private static final long serialVersionUID = 1;
        private transient ValueState<Long> laps;

        @Override
        public void open(OpenContext context) throws Exception {
            laps = getRuntimeContext().getState(new ValueStateDescriptor<>("laps", Long.class));
        }

        @Override
        public void processElement(Lap lap, Context context, Collector<Lap> out) throws Exception {
            long next = laps.value() == null ? 1 : laps.value() + 1;
            laps.update(next);
            out.collect(lap.nextInner(next));
        }
    }

    /** Says how often a number has gone round, and whether event time had gone on before it came. */
    static final class Finish extends ProcessFunction<Lap, String> {
        private static final long serialVersionUID = 1;

        @Override
        public void processElement(Lap lap, Context context, Collector<String> out) {
            boolean late =
                    !lap.late && context.timestamp() <= context.timerService().currentWatermark();
            out.collect(lap.number + ":" + lap.laps + (late ? " late" : ""));
        }
    }
}
