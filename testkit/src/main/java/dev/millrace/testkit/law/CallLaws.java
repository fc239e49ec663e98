package dev.millrace.testkit.law;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.testkit.world.World;

/** What a reader or an enumerator is told: start once, nothing after its close, no poll after its end. */
final class CallLaws {
    private final String who;
    private final boolean alone;
    private Actors.Actor actor;
    private boolean started;
    private boolean ended;
    private boolean closed;

    /**
     * @param alone whether no other of this name may be started before it is closed, as with the readers of an instance
     */
    CallLaws(String who, boolean alone) {
        this.who = who;
        this.alone = alone;
    }

    void before(String call) throws Exception {
        switch (call) {
            case "close" -> {
                require(!closed, "was closed twice");
                closed = true;
                if (actor != null) {
                    Actors.here().ends(actor);
                }
            }
            case "start" -> {
                require(!started && !closed, "was started twice, or after its close");
                started = true;
                actor = alone ? begin() : null;
                Interference.here().before(who);
            }
            case "pollNext" -> {
                require(started && !ended, "was polled before its start or after its end");
                if (alone) {
                    actor.acts();
                }
                Interference.here().before(who);
            }
            case "snapshotState", "handleSplitRequest", "addReader", "notifyCheckpointComplete" -> {
                require(!closed, "was called, " + call + ", after its close");
                Interference.here().before(who);
            }
            default -> require(!closed || call.equals("isAvailable"), "was called, " + call + ", after its close");
        }
    }

    private Actors.Actor begin() {
        try {
            return Actors.here().begins(who, "a run");
        } catch (BrokenLaw broken) {
            World.current().fail(broken);
            throw broken;
        }
    }

    void after(String call, Object answer) {
        ended |= call.equals("pollNext") && answer == InputStatus.END_OF_INPUT;
    }

    private void require(boolean lawful, String how) {
        if (!lawful) {
            BrokenLaw broken = new BrokenLaw(who + " " + how);
            World.current().fail(broken);
            throw broken;
        }
    }
}
