package dev.millrace.verification.architecture;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The modules of the house, which others each may see and which libraries it may use, for packages below a root. */
final class Modules {
    private static final String ANYTHING = "*";

    private static final Map<String, List<String>> MAY_SEE = new TreeMap<>(Map.ofEntries(
            Map.entry("check", List.of()),
            Map.entry("core", List.of()),
            Map.entry("state", List.of("core")),
            Map.entry("network", List.of("core")),
            Map.entry("runtime", List.of("core", "state", "network")),
            Map.entry("cluster", List.of("core", "state", "network", "runtime")),
            Map.entry("connectors.basic", List.of("core")),
            Map.entry("stream", List.of("core", "connectors.basic")),
            Map.entry(
                    "testkit", List.of("core", "state", "network", "runtime", "cluster", "stream", "connectors.basic")),
            Map.entry("cli", List.of(ANYTHING)),
            Map.entry("examples", List.of(ANYTHING)),
            Map.entry("verification", List.of(ANYTHING)),
            Map.entry("dist", List.of(ANYTHING))));

    /** What every module may use of others' libraries. */
    private static final List<String> LIBRARIES = List.of("java", "javax", "org.slf4j");

    private static final Map<String, List<String>> OWN_LIBRARIES = Map.of(
            "core", List.of("org.objectweb.asm", "sun.misc"),
            "cli", List.of("picocli"),
            "cluster", List.of("com.sun.net.httpserver"),
            "testkit", List.of("org.junit"));

    private final String root;

    Modules(String root) {
        this.root = root;
    }

    /** The module of a package, or empty when no module of the house has such a package. */
    Optional<String> moduleOf(String packageName) {
        return MAY_SEE.keySet().stream()
                .filter(module -> isWithin(packageName, root + "." + module))
                .findFirst();
    }

    boolean maySee(String module, String other) {
        List<String> seen = MAY_SEE.get(module);
        return module.equals(other) || seen.contains(other) || seen.contains(ANYTHING);
    }

    boolean mayUse(String module, String libraryPackage) {
        return isWithin(libraryPackage, HouseClasses.ROOT)
                || Stream.concat(LIBRARIES.stream(), OWN_LIBRARIES.getOrDefault(module, List.of()).stream())
                        .anyMatch(library -> isWithin(libraryPackage, library));
    }

    private static boolean isWithin(String packageName, String outer) {
        return packageName.equals(outer) || packageName.startsWith(outer + ".");
    }
}
