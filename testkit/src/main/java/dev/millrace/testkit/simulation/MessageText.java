package dev.millrace.testkit.simulation;

import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.AssignSplits;
import dev.millrace.cluster.protocol.ControlMessage.CheckpointAborted;
import dev.millrace.cluster.protocol.ControlMessage.CheckpointComplete;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.Sequenced;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotDeclined;
import dev.millrace.cluster.protocol.ControlMessage.SnapshotPartDone;
import dev.millrace.cluster.protocol.ControlMessage.TakeSnapshot;
import dev.millrace.cluster.protocol.ControlMessage.TaskFailed;
import dev.millrace.cluster.protocol.ControlMessage.ToTask;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.world.World;

/** A message in a few words, without what differs between two machines. */
final class MessageText {

    /** What a task says that was cancelled while its part was being written; it says so to nobody who waits for it. */
    private static final String ENDED = "has ended and writes no part of checkpoint";

    private MessageText() {}

    static String of(ControlMessage message) {
        if (message instanceof Sequenced m) {
            return of(m.body());
        }
        String name = message.getClass().getSimpleName();
        if (message instanceof ToTask m) {
            return name + detail(message) + " " + m.task();
        } else if (message instanceof FromTask m) {
            return name + detail(message) + " " + m.task();
        }
        return name;
    }

    private static String detail(ControlMessage message) {
        if (message instanceof TakeSnapshot m) {
            return " " + m.checkpoint() + " after " + m.sourceOrders();
        } else if (message instanceof SnapshotPartDone m) {
            return " " + m.checkpoint();
        } else if (message instanceof SnapshotDeclined m) {
            return " " + m.checkpoint();
        } else if (message instanceof CheckpointComplete m) {
            return " " + m.checkpoint();
        } else if (message instanceof CheckpointAborted m) {
            return " " + m.checkpoint();
        } else if (message instanceof AssignSplits m) {
            return " " + m.splits().size() + " as " + m.sequence();
        } else if (message instanceof TaskFailed m) {
            return " " + m.failure().type();
        }
        return "";
    }

    /** Tells whoever reads the trace why something failed. */
    static void explain(World world, ControlMessage message) {
        if (message instanceof Sequenced m) {
            explain(world, m.body());
        } else if (message instanceof TaskFailed m) {
            world.explain(() -> m.failure() + "\n" + m.failure().stackTrace());
        } else if (message instanceof SnapshotDeclined m) {
            world.explain(() -> m.why() + "\n" + m.why().stackTrace());
        } else if (message instanceof ControlMessage.JobEnded m && m.failure() != null) {
            world.explain(() -> m.failure() + "\n" + m.failure().stackTrace());
        }
    }

    /** A task may fail for what was simulated, and for nothing else. */
    static void requireExplained(World world, ControlMessage message) {
        if (message instanceof Sequenced m) {
            requireExplained(world, m.body());
        } else if (message instanceof TaskFailed m && !isSimulated(m.failure())) {
            world.fail(new BrokenLaw("task " + m.task() + " failed though no fault explains it: " + m.failure() + "\n"
                    + m.failure().stackTrace()));
        } else if (message instanceof SnapshotDeclined m && !isSimulated(m.why())) {
            world.fail(new BrokenLaw(
                    "task " + m.task() + " declined snapshot " + m.checkpoint() + " though no fault explains it: "
                            + m.why() + "\n" + m.why().stackTrace()));
        }
    }

    private static boolean isSimulated(Failure failure) {
        return failure.stackTrace().contains("simulated: ")
                || failure.stackTrace().contains(ENDED);
    }

    /** Its place in its conversation. */
    static long number(ControlMessage message) {
        return message instanceof Sequenced m
                ? m.sequence()
                : message instanceof ControlMessage.Acknowledged m ? m.acknowledged() : 0;
    }
}
