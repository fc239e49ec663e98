package dev.millrace.network.memory;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.element.Element;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** The laws of the ring between two threads; each class is one law, each actor one thread, run at once many times. */
public class RingStress {
    private static final long RECORDS_MAX = 4096;

    private static int idOf(Element element) {
        return element == null ? 0 : (int) ((Barrier) element).checkpointId();
    }

    /** Elements arrive in order, whole, and none twice. */
    @JCStressTest
    @Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing has come")
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "only the first has come")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the first has come late")
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "both have come")
    @State
    public static class FirstInFirstOut {
        private final Ring ring = new Ring(2, RECORDS_MAX);

        @Actor
        public void producer() {
            ring.send(new Barrier(1, 1_000));
            ring.send(new Barrier(2, 1_000));
        }

        @Actor
        public void consumer(II_Result seen) {
            seen.r1 = idOf(ring.poll());
            seen.r2 = idOf(ring.poll());
        }
    }

    /** A slot that is used again never shows its old element, and a full ring is never overwritten. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the second has not come")
    @Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "the second has come in the slot of the first")
    @State
    public static class SlotsAreUsedAgain {
        private final Ring ring = new Ring(1, RECORDS_MAX);

        public SlotsAreUsedAgain() {
            ring.send(new Barrier(1, 1_000));
        }

        @Actor
        public void producer() {
            if (ring.hasRoom()) {
                ring.send(new Barrier(2, 1_000));
            }
        }

        @Actor
        public void consumer(II_Result seen) {
            seen.r1 = idOf(ring.poll());
            seen.r2 = idOf(ring.poll());
        }
    }

    /** A producer that was refused room is called when room has come: no wake-up is lost. */
    @JCStressTest
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "room came first")
    @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "refused and called")
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "called although it had room")
    @Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "refused and never called")
    @State
    public static class RoomIsTold {
        private final Ring ring = new Ring(1, RECORDS_MAX);

        public RoomIsTold() {
            ring.send(new Barrier(1, 1_000));
        }

        @Actor
        public void producer(ZZ_Result seen) {
            seen.r1 = ring.hasRoom();
        }

        @Actor
        public void consumer(ZZ_Result seen) {
            ring.poll();
            seen.r2 = ring.takesWaitingProducer();
        }
    }

    /** A consumer that parks after an empty poll is seen parked by the producer, or sees the element: none waits for ever. */
    @JCStressTest
    @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the consumer saw the element")
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the producer saw the consumer parked")
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "both saw each other")
    @Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "the consumer sleeps on an element")
    @State
    public static class DataIsTold {
        private final Ring ring = new Ring(2, RECORDS_MAX);
        private boolean parked;

        @Actor
        public void producer(ZZ_Result seen) {
            ring.send(new Barrier(1, 1_000));
            seen.r1 = parked;
        }

        @Actor
        public void consumer(ZZ_Result seen) {
            parked = true;
            VarHandle.fullFence();
            seen.r2 = ring.poll() != null;
        }
    }
}
