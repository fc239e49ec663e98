package dev.millrace.verification.api;

import dev.millrace.verification.source.ProjectFiles;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The packages that {@code docs/api.md} lists, in the first column of its table. */
final class PublicPackages {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(dev\\.millrace[\\w.]*)` \\|");

    private PublicPackages() {}

    static Set<String> names() {
        return ROW.matcher(ProjectFiles.text("docs/api.md"))
                .results()
                .map((MatchResult row) -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
