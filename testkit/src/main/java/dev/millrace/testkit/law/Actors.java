package dev.millrace.testkit.law;

import dev.millrace.testkit.world.Process;
import dev.millrace.testkit.world.World;
import java.util.TreeMap;

/** Who acts in a world: of each instance of an operator or a reader one attempt at a time. */
final class Actors {
    private final TreeMap<String, Actor> actors = new TreeMap<>();

    /** One attempt of an instance. */
    static final class Actor {
        private final String instance;
        private final String attempt;
        private final Process process;
        private boolean replaced;

        private Actor(String instance, String attempt, Process process) {
            this.instance = instance;
            this.attempt = attempt;
            this.process = process;
        }

        /** It does something. */
        void acts() {
            if (replaced) {
                throw new BrokenLaw(attempt + " of " + instance + " acts in " + process + " though another has begun");
            }
        }
    }

    static Actors here() {
        return World.current().shared(Actors.class, Actors::new);
    }

    Actor begins(String instance, String attempt) {
        Actor actor = new Actor(instance, attempt, World.current().currentProcess());
        Actor before = actors.put(instance, actor);
        if (before != null) {
            before.replaced = true;
            if (before.process.isAlive()) {
                throw new BrokenLaw(attempt + " of " + instance + " begins in " + actor.process + " while "
                        + before.attempt + " acts in " + before.process);
            }
        }
        return actor;
    }

    void ends(Actor actor) {
        actors.remove(actor.instance, actor);
    }
}
