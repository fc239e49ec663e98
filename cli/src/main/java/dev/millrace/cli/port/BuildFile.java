package dev.millrace.cli.port;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the dependencies of a Maven or Gradle build that have to be exchanged. */
final class BuildFile {

    static final Set<String> NAMES = Set.of("pom.xml", "build.gradle", "build.gradle.kts");
    private static final Pattern ARTIFACT =
            Pattern.compile("<artifactId>\\s*(flink-[\\w.-]+)\\s*</artifactId>|org\\.apache\\.flink:(flink-[\\w.-]+)");

    private BuildFile() {}

    static boolean is(Path file) {
        return NAMES.contains(file.getFileName().toString());
    }

    /** One sentence for each artifact that is named, at its place. */
    static List<String> hints(NameMap map, String file, String text) {
        List<String> hints = new ArrayList<>();
        int line = 0;
        for (String each : text.lines().toList()) {
            line++;
            Matcher matcher = ARTIFACT.matcher(each);
            while (matcher.find()) {
                String id = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                String instead = map.artifact(id).orElse("nothing replaces it yet");
                hints.add(file + ":" + line + ": " + id + ": " + instead);
            }
        }
        return hints;
    }
}
