package dev.millrace.testkit.law;

import dev.millrace.core.connector.InputStatus;
import dev.millrace.testkit.world.World;

/** What a reader or an enumerator is told: start once, nothing after its close, no poll after its end. */
final class CallLaws {
    private final String who;
    private boolean started;
    private boolean ended;
    private boolean closed;

    CallLaws(String who) {
        this.who = who;
    }

    void before(String call) throws Exception {
        switch (call) {
            case "close" -> {
                require(!closed, "was closed twice");
                closed = true;
            }
            case "start" -> {
                require(!started && !closed, "was started twice, or after its close");
                started = true;
                Interference.here().before(who);
            }
            case "pollNext" -> {
                require(started && !ended, "was polled before its start or after its end");
                Interference.here().before(who);
            }
            case "snapshotState", "handleSplitRequest", "addReader", "notifyCheckpointComplete" -> {
                require(!closed, "was called, " + call + ", after its close");
                Interference.here().before(who);
            }
            default -> require(!closed || call.equals("isAvailable"), "was called, " + call + ", after its close");
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
