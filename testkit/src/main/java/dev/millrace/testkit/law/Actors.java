package dev.millrace.testkit.law;

import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.TreeMap;

/** Who acts in a world: of each instance of an operator one attempt at a time. */
final class Actors {
    private final TreeMap<String, Actor> actors = new TreeMap<>();

    private record Actor(int attempt, Process process) {}

    static Actors here() {
        return World.current().shared(Actors.class, Actors::new);
    }

    void begins(String instance, int attempt, Process process) {
        Actor before = actors.put(instance, new Actor(attempt, process));
        if (before != null && before.process.isAlive()) {
            throw new BrokenLaw("attempt " + attempt + " of " + instance + " opens in " + process + " while attempt "
                    + before.attempt + " acts in " + before.process);
        }
    }

    void ends(String instance, int attempt) {
        Actor actor = actors.get(instance);
        if (actor != null && actor.attempt == attempt) {
            actors.remove(instance);
        }
    }
}
