package dev.millrace.verification.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every source file of the project keeps the house style. */
final class HouseRulesTest {
    @TestFactory
    Stream<DynamicTest> everyFileKeeps() {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(ProjectFiles.sources().stream()
                                        .flatMap(file -> rule.getValue().complaints(file).stream()))
                                .as(rule.getKey())
                                .isEmpty()));
    }

    @Test
    void everyPackageHasItsDoorSign() {
        Map<String, List<SourceFile>> byFolder = ProjectFiles.sources().stream()
                .filter(SourceFile::isMain)
                .collect(Collectors.groupingBy(HouseRulesTest::folder, TreeMap::new, Collectors.toList()));

        assertThat(byFolder.keySet())
                .filteredOn(folder -> byFolder.get(folder).stream().noneMatch(HouseRulesTest::isDoorSign))
                .as("folders without a package-info.java that begins with a comment")
                .isEmpty();
    }

    @Test
    void packagesLieInTheFoldersOfTheirNames() {
        assertThat(ProjectFiles.sources())
                .allMatch(file ->
                        folder(file).endsWith("/java/" + file.packageName().replace('.', '/')));
    }

    @Test
    void noTextNamesAFolderOfSomebodysMachine() {
        assertThat(ProjectFiles.ending(".md", ".xml", ".sh", ".tsv", ".txt", ".properties", "run", "millrace").stream()
                        .map(path -> path.toString().replace('\\', '/'))
                        .flatMap(path -> TextRules.machinePaths(path, ProjectFiles.text(path)).stream()))
                .isEmpty();
    }

    @Test
    void largeClassesAreTold() {
        List<String> large = ProjectFiles.sources().stream()
                .flatMap(file -> SizeRules.largeClasses().complaints(file).stream())
                .toList();

        large.forEach(line -> System.getLogger("house").log(Logger.Level.WARNING, line));
        assertThat(ProjectFiles.sources()).hasSizeGreaterThan(large.size());
    }

    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }

    private static boolean isDoorSign(SourceFile file) {
        return file.path().endsWith("/package-info.java")
                && !file.comments().isEmpty()
                && file.comments().get(0).text().startsWith("/**");
    }

    private static Map<String, SourceRule> rules() {
        Map<String, SourceRule> rules = new LinkedHashMap<>();
        rules.put("classes of at most 500 lines", SizeRules.classes(namedInDecisions()));
        rules.put("methods of at most 60 lines", SizeRules.methods());
        rules.put("constructors of at most six parameters", SizeRules.constructors());
        rules.put("no monitors in the control plane", CodeRules.noSynchronizedInCluster());
        rules.put("no sleeping tests", CodeRules.noSleepingTests());
        rules.put("no disabled tests", CodeRules.noDisabledTests());
        rules.put("no console", CodeRules.noConsole());
        rules.put("nothing for later", TextRules.nothingForLater());
        rules.put("no commented-out code", TextRules.noCommentedOutCode());
        rules.put("no machine paths", TextRules.noMachinePaths());
        return rules;
    }

    /** Class names that a decision record allows to be larger, in its line that begins with "Large class:". */
    private static Set<String> namedInDecisions() {
        Pattern line = Pattern.compile("(?m)^Large class: `(\\w+)`");
        return ProjectFiles.ending(".md").stream()
                .filter(path -> path.startsWith("docs/adr"))
                .flatMap(
                        path -> line.matcher(ProjectFiles.text(path.toString())).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
