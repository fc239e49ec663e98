package dev.millrace.testkit.simulation;

import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/**
 * Which processes of a cluster are in which phase at the moment. A phase is entered for something (a task, a file), once,
 * and left when that is done.
 */
final class Phases {
    private final World world;
    private final BiConsumer<Phase, Process> onEnter;
    private final Map<String, TreeSet<String>> open = new TreeMap<>();
    private final TreeSet<String> seen = new TreeSet<>();

    /**
     * @param onEnter is told of each phase that a process enters
     */
    Phases(World world, BiConsumer<Phase, Process> onEnter) {
        this.world = world;
        this.onEnter = onEnter;
    }

    private static String key(Phase phase, Process process) {
        return phase + " " + process;
    }

    /** A process enters a phase for something that it has not been in this phase for. */
    void enter(Phase phase, Process process, String what) {
        String key = key(phase, process);
        if (process.isAlive() && seen.add(key + " " + what)) {
            open.computeIfAbsent(key, none -> new TreeSet<>()).add(what);
            onEnter.accept(phase, process);
        }
    }

    /** That is done. */
    void leave(Phase phase, Process process, String what) {
        TreeSet<String> left = open.get(key(phase, process));
        if (left != null) {
            left.remove(what);
        }
    }

    /** All that any process was in this phase for is done. */
    void leaveEverywhere(Phase phase) {
        open.keySet().removeIf(key -> key.startsWith(phase + " "));
    }

    boolean isIn(Phase phase, Process process) {
        return !open.getOrDefault(key(phase, process), new TreeSet<>()).isEmpty();
    }

    /**
     * A process crashes now.
     *
     * @param manager the process of the job manager, whose publications concern everybody
     */
    void crash(Process process, Process manager) {
        for (Phase phase : Phase.values()) {
            boolean shared = phase == Phase.BEFORE_PUBLICATION || phase == Phase.AFTER_PUBLICATION;
            if (isIn(phase, shared ? manager : process)) {
                world.note(process.name(), "was in the phase " + phase, 0);
                world.befell(phase.crash());
            }
        }
    }
}
