package dev.millrace.testkit.outside;

import dev.millrace.testkit.law.BrokenLaw;
import dev.millrace.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What has been committed to sinks, by sink. A commit has a name of its own, and making it again changes nothing. */
public final class Outside {
    private final TreeMap<String, List<Object>> commits = new TreeMap<>();
    private final TreeMap<String, List<Object>> bySink = new TreeMap<>();
    private final World world;

    private Outside(World world) {
        this.world = world;
    }

    /** The outside of the world that the calling code is run by. */
    public static Outside here() {
        return of(World.current());
    }

    /** The outside of a world. */
    public static Outside of(World world) {
        return world.shared(Outside.class, () -> new Outside(world));
    }

    /**
     * Commits values to a sink, as a sink of one's own does; once more under the same name changes nothing.
     *
     * @throws BrokenLaw when other values were committed under that name
     */
    public void commit(String sink, String name, List<Object> values) {
        List<Object> before = commits.putIfAbsent(sink + " " + name, List.copyOf(values));
        if (before == null) {
            world.note("outside", "commits " + name, values.size());
            bySink.computeIfAbsent(sink, none -> new ArrayList<>()).addAll(values);
        } else if (!before.equals(values)) {
            BrokenLaw broken = new BrokenLaw(
                    "sink '" + sink + "' committed " + name + " with " + before + " and now with " + values);
            world.fail(broken);
            throw broken;
        }
    }

    /** What was committed to a sink so far, in the order of the commits. */
    public List<Object> committed(String sink) {
        return List.copyOf(bySink.getOrDefault(sink, List.of()));
    }

    /** How many commits there have been. */
    public int size() {
        return commits.size();
    }
}
