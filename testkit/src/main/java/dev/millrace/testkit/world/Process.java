package dev.millrace.testkit.world;

/** Something that lives in a world and may die: what it had planned then never happens. */
public final class Process {
    private final World world;
    private final String name;
    private boolean alive = true;

    Process(World world, String name) {
        this.world = world;
        this.name = name;
    }

    public World world() {
        return world;
    }

    public String name() {
        return name;
    }

    public boolean isAlive() {
        return alive;
    }

    /** Ends the process at this moment; what waits inside it never goes on. */
    public void die() {
        alive = false;
        world.note(name, "dies", 0);
    }

    /** Does something later, if the process lives then. */
    public void after(long delayNanos, Runnable action) {
        world.plan(delayNanos, this, action);
    }

    @Override
    public String toString() {
        return name;
    }
}
