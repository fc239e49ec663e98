package dev.millrace.cli.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which class of the known API is which of ours, why others are none, and which artifact replaces which. */
public final class NameMap {

    /** All names of the known API begin so. */
    static final String THEIRS = "org.apache.flink";

    private static final String CLASSES = "porting-map.tsv";
    private static final String REMARKS = "porting-remarks.tsv";
    private static final String ARTIFACTS = "porting-artifacts.tsv";

    private final TreeMap<String, String> classes;
    private final TreeMap<String, String> remarks;
    private final TreeMap<String, String> artifacts;

    NameMap(Map<String, String> classes, Map<String, String> remarks, Map<String, String> artifacts) {
        this.classes = new TreeMap<>(classes);
        this.remarks = new TreeMap<>(remarks);
        this.artifacts = new TreeMap<>(artifacts);
    }

    /** The map that comes with this program: the pages {@code docs/porting-*.tsv}. */
    public static NameMap shipped() throws IOException {
        return new NameMap(resource(CLASSES), resource(REMARKS), resource(ARTIFACTS));
    }

    private static Map<String, String> resource(String name) throws IOException {
        try (InputStream in = NameMap.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the program was built without " + name + "; build it again");
            }
            return columns(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    /** The first two columns of lines below a heading. */
    static Map<String, String> columns(List<String> lines) {
        Map<String, String> found = new TreeMap<>();
        lines.stream().skip(1).map(line -> line.split("\t", -1)).forEach(line -> found.put(line[0], line[1]));
        return found;
    }

    /** Our class for theirs, both with dots also before nested classes. */
    Optional<String> ours(String theirs) {
        return Optional.ofNullable(classes.get(theirs));
    }

    /** The longest beginning of a dotted name that is a class in the map. */
    Optional<String> classIn(String dotted) {
        String name = dotted;
        while (!name.isEmpty()) {
            if (classes.containsKey(name)) {
                return Optional.of(name);
            }
            name = parent(name);
        }
        return Optional.empty();
    }

    /** The mapped top-level classes of a package, or nested classes of a class, by simple name. */
    Map<String, String> members(String parent) {
        Map<String, String> found = new TreeMap<>();
        classes.subMap(parent + ".", parent + "/").keySet().stream()
                .filter(name -> parent(name).equals(parent))
                .forEach(name -> found.put(simple(name), name));
        return found;
    }

    /** Why a name has none of ours, and what to do: the remark for it or for what encloses it. */
    String remark(String theirs) {
        String name = theirs;
        while (!name.isEmpty()) {
            String remark = remarks.get(name);
            if (remark != null) {
                return remark;
            }
            name = parent(name);
        }
        return "has no class of ours";
    }

    /** Names with a remark of their own directly below a package, by simple name. */
    Map<String, String> remarked(String parent) {
        Map<String, String> found = new TreeMap<>();
        remarks.subMap(parent + ".", parent + "/").keySet().stream()
                .filter(name -> parent(name).equals(parent))
                .forEach(name -> found.put(simple(name), name));
        return found;
    }

    /** What replaces an artifact, by its id without the suffix of a Scala version. */
    Optional<String> artifact(String id) {
        return Optional.ofNullable(artifacts.get(id.replaceFirst("_2\\.1[0-9]$", "")));
    }

    static String parent(String dotted) {
        int dot = dotted.lastIndexOf('.');
        return dot < 0 ? "" : dotted.substring(0, dot);
    }

    static String simple(String dotted) {
        return dotted.substring(dotted.lastIndexOf('.') + 1);
    }
}
