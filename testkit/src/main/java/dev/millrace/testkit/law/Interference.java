package dev.millrace.testkit.law;

import dev.millrace.testkit.world.World;

/** What may befall user code at any call: a simulation lets it fail, or wait. */
public interface Interference {
    /**
     * Called before each call into user code that may fail.
     *
     * @param who the operator or source
     */
    void before(String who) throws Exception;

    /** The interference of the world that the calling code is run by. */
    static Interference here() {
        return World.current().shared(Interference.class, () -> who -> {});
    }
}
