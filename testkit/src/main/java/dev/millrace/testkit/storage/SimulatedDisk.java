package dev.millrace.testkit.storage;

import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.testkit.world.Incident;
import dev.millrace.testkit.world.Process;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/** The bytes that a cluster keeps. What was not made durable may be lost or torn when the machine that wrote it crashes. */
public final class SimulatedDisk {
    private final TreeMap<String, Content> files = new TreeMap<>();
    private final TreeSet<String> directories = new TreeSet<>();
    private final TreeSet<String> removed = new TreeSet<>();
    private final SplittableRandom random;
    private DiskWeather weather = DiskWeather.FAIR;
    private Watch watch = new Watch() {};

    /** What a file holds. */
    static final class Content {
        Process writer;
        byte[] bytes = {};
        int length;
        int durable;
        boolean open = true;

        Content(Process writer) {
            this.writer = writer;
        }
    }

    public SimulatedDisk(SplittableRandom random) {
        this.random = random;
    }

    /** Sees what is done with files, when it has been done. */
    public interface Watch {
        /** A process begins to write a file. */
        default void created(Process process, Path path) {}

        /** A process has written a file, or given it up. */
        default void closed(Process process, Path path) {}

        /** A process has given a file its name. */
        default void renamed(Process process, Path target) {}
    }

    /** Lets somebody see what is done from now on. */
    public void watchedBy(Watch next) {
        watch = next;
    }

    Watch watch() {
        return watch;
    }

    public void weather(DiskWeather next) {
        weather = next;
    }

    DiskWeather weather() {
        return weather;
    }

    SplittableRandom random() {
        return random;
    }

    TreeMap<String, Content> files() {
        return files;
    }

    TreeSet<String> directories() {
        return directories;
    }

    /** The disk as a process sees it. */
    public FileSystem of(Process process) {
        return new DiskView(this, process);
    }

    /** What the files below a directory hold, by name; hidden ones, whose names begin with a dot, are left out. */
    public TreeMap<String, byte[]> visible(String directory) {
        TreeMap<String, byte[]> visible = new TreeMap<>();
        files.tailMap(directory + "/").forEach((name, content) -> {
            if (name.startsWith(directory + "/") && !name.contains("/.")) {
                visible.put(name, Arrays.copyOf(content.bytes, content.length));
            }
        });
        return visible;
    }

    void remove(String directory) {
        removed.add(directory);
    }

    /** The directories that were deleted with all they held. */
    public List<String> removedDirectories() {
        return List.copyOf(removed);
    }

    /** The names of all files. */
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The machine of a process has crashed: of what it wrote and did not make durable some, or nothing, is left. */
    public void crashed(Process process) {
        for (String name : names()) {
            Content content = files.get(name);
            if (content.writer == process && content.durable < content.length) {
                int written = content.length;
                content.length = content.durable + random.nextInt(written - content.durable + 1);
                if (content.length < written) {
                    process.world().befell(Incident.TORN_FILE);
                }
                if (content.durable == 0 && random.nextBoolean()) {
                    files.remove(name);
                }
            }
            content.open &= content.writer != process;
        }
    }
}
