package dev.millrace.verification.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's pages: what they point to exists, and decision records are numbered without a gap. */
final class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:|#)([^)#\\s]+)");
    private static final Pattern RECORD = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

    @Test
    void linksLeadSomewhere() {
        assertThat(ProjectFiles.ending(".md").stream().flatMap(page -> brokenLinks(page, ProjectFiles.root())))
                .isEmpty();
    }

    @Test
    void aBrokenLinkIsNamed() {
        assertThat(brokenLinks(
                        "see [this](docs/api.md), [that](https://a.b/c) and [it](no/such.md#part)",
                        Path.of("x.md"),
                        ProjectFiles.root()))
                .containsExactly("x.md: no/such.md");
    }

    @Test
    void decisionRecordsAreNumberedWithoutAGap() {
        List<String> numbers = ProjectFiles.ending(".md").stream()
                .filter(page -> page.startsWith("docs/adr"))
                .map(page -> RECORD.matcher(page.getFileName().toString()))
                .map(matcher -> matcher.matches() ? matcher.group(1) : "not named NNNN-title.md")
                .toList();

        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.range(0, numbers.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    private static Stream<String> brokenLinks(Path page, Path root) {
        return brokenLinks(ProjectFiles.text(page.toString()), page, root).stream();
    }

    private static List<String> brokenLinks(String text, Path page, Path root) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(root.resolve(page).resolveSibling(link)))
                .map(link -> page + ": " + link)
                .toList();
    }
}
