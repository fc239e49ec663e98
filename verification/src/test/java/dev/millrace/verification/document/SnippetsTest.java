package dev.millrace.verification.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.verification.source.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show works: every program in them that is marked to run compiles and ends well. */
final class SnippetsTest {
    /** Simulated jobs fail on purpose, and log it. */
    private static final Logger ENGINE = Logger.getLogger("dev.millrace");

    @TempDir
    private Path classes;

    @BeforeAll
    static void quiet() {
        ENGINE.setLevel(Level.SEVERE);
    }

    @AfterAll
    static void loud() {
        ENGINE.setLevel(null);
    }

    static List<Snippet> programs() throws IOException {
        return pages().flatMap(page -> Snippet.in(page, ProjectFiles.text(page)).stream())
                .toList();
    }

    private static Stream<String> pages() throws IOException {
        Path root = ProjectFiles.root();
        try (Stream<Path> pages = Files.list(root.resolve("docs"))) {
            List<String> named = pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .map(page -> root.relativize(page).toString())
                    .toList();
            return Stream.concat(Stream.of("README.md"), named.stream());
        }
    }

    @Test
    void noPageShowsJavaThatIsNotRun() throws IOException {
        assertThat(pages().flatMap(page -> ProjectFiles.text(page)
                        .lines()
                        .filter(line -> line.startsWith("```java"))
                        .filter(line -> !line.equals("```java run") && !line.startsWith("```java file="))
                        .map(line -> page + ": " + line)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void aProgramInAPageCompilesAndRuns(Snippet program) throws Exception {
        new SnippetRun(program, classes).compileAndRun();
    }

    @Test
    void programsAreFoundWithTheLineOnWhichTheyBegin() {
        List<Snippet> found = Snippet.in(
                "a.md",
                "text\n"
                        + "```java\n"
                        + "not.run();\n"
                        + "```\n"
                        + "```java run\n"
                        + "class A {}\n"
                        + "```\n"
                        + "more\n\n"
                        + "```java run\n"
                        + "class B {\n"
                        + "}\n"
                        + "```\n\n"
                        + "```output unordered\n"
                        + "b\n"
                        + "```\n");
        assertThat(found)
                .containsExactly(
                        new Snippet("a.md", 6, "class A {}", null, true),
                        new Snippet("a.md", 11, "class B {\n}", List.of("b"), false));
    }

    @Test
    void whatDoesNotCompileIsNamedWithPageAndLine() {
        Snippet wrong = new Snippet("a.md", 10, "class A {\n    int a = \"\";\n}", null, true);
        assertThatThrownBy(() -> new SnippetRun(wrong, classes).compileAndRun())
                .hasMessageStartingWith("a.md:11: ")
                .hasMessageContaining("String");
    }

    @Test
    void whatThrowsIsNamedWithPageAndLine() {
        Snippet wrong = new Snippet("a.md", 10, """
            class A {
                public static void main(String[] arguments) {
                    throw new IllegalStateException("not so");
                }
            }\
            """, null, true);
        assertThatThrownBy(() -> new SnippetRun(wrong, classes).compileAndRun())
                .hasMessage("a.md:12: java.lang.IllegalStateException: not so");
    }

    @Test
    void aProgramThatPrintsSomethingElseThanThePageShowsIsNamed() {
        Snippet wrong = new Snippet("a.md", 10, """
            class A {
                public static void main(String[] arguments) {
                    System.out.println("1");
                }
            }\
            """, List.of("2"), true);
        assertThatThrownBy(() -> new SnippetRun(wrong, classes).compileAndRun())
                .hasMessage("a.md:10: the page shows\n2\nbut the program prints\n1\n");
    }

    @Test
    void whatPagesShowOfRecordingsIsInThem() throws IOException {
        Pattern shown = Pattern.compile("```recording (\\S+)\\n(.*?)\\n```", Pattern.DOTALL);
        List<MatchResult> excerpts = pages().flatMap(
                        page -> shown.matcher(ProjectFiles.text(page)).results())
                .toList();

        assertThat(excerpts)
                .isNotEmpty()
                .allSatisfy(excerpt -> assertThat(ProjectFiles.text("docs/recordings/" + excerpt.group(1)))
                        .contains(excerpt.group(2)));
    }
}
