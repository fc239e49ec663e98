package dev.millrace.testkit.simulation;

import dev.millrace.core.file.Path;
import dev.millrace.testkit.storage.SimulatedDisk;
import dev.millrace.testkit.world.Process;

/** Notices by the files of a checkpoint how far it has come. */
record FilePhases(Phases phases) implements SimulatedDisk.Watch {
    private static final String PART = "part-";
    private static final String MANIFEST = "manifest";

    @Override
    public void created(Process process, Path path) {
        if (!path.getPath().startsWith(SimulatedJob.CHECKPOINTS + "/")) {
            return;
        }
        if (path.getName().startsWith(PART)) {
            phases.enter(Phase.SNAPSHOT_WRITE, process, path.toString());
        } else if (path.getName().startsWith(MANIFEST)) {
            phases.leaveEverywhere(Phase.BEFORE_PUBLICATION); // of one that could not be published
            phases.enter(Phase.BEFORE_PUBLICATION, process, path.toString());
        }
    }

    @Override
    public void closed(Process process, Path path) {
        phases.leave(Phase.SNAPSHOT_WRITE, process, path.toString());
    }

    @Override
    public void renamed(Process process, Path target) {
        if (target.getName().equals(MANIFEST)) {
            phases.leaveEverywhere(Phase.BEFORE_PUBLICATION);
            phases.enter(Phase.AFTER_PUBLICATION, process, target.toString());
        }
    }
}
