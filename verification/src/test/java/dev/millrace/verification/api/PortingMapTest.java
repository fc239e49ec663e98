package dev.millrace.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.millrace.verification.architecture.HouseClasses;
import dev.millrace.verification.source.ProjectFiles;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The map by which a program is ported, {@code docs/porting-map.tsv}, is true and complete. */
final class PortingMapTest {
    private static final String FILE = "docs/porting-map.tsv";
    private static final String REMARKS = "docs/porting-remarks.tsv";
    private static final String MODEL_API = "dev.millrace.core.ModelApi";

    @Test
    void beginsWithItsColumns() {
        assertThat(ProjectFiles.text(FILE).lines().findFirst()).hasValue("their class\tour class\tnote");
    }

    @Test
    void namesOneClassOnTheLeftOnlyOnceAndInOrder() {
        List<String> theirs = lines().stream().map(Line::theirs).toList();

        assertThat(theirs).doesNotHaveDuplicates().isSorted().allMatch(name -> name.startsWith("org.apache.flink."));
    }

    @Test
    void namesOnTheRightOnlyClassesThatExist() {
        Set<String> existing = HouseClasses.engine().stream()
                .map(PortingMapTest::dotted)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(lines()).allSatisfy(line -> {
            assertThat(existing).as(line.toString()).contains(line.ours());
            assertThat(line.note()).as(line.toString()).isNotBlank();
        });
    }

    @Test
    void mapsEveryTypeOfTheKnownApi() {
        Set<String> mapped = lines().stream().map(Line::ours).collect(Collectors.toCollection(TreeSet::new));

        assertThat(HouseClasses.engine().stream()
                        .filter(type -> type.isAnnotatedWith(MODEL_API)
                                && type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(PortingMapTest::dotted)
                        .filter(name -> !mapped.contains(name)))
                .as("types marked as of the known API that " + FILE + " does not name")
                .isEmpty();
    }

    @Test
    void remarksAreAboutNamesThatAreNotMapped() {
        Set<String> mapped = lines().stream().map(Line::theirs).collect(Collectors.toCollection(TreeSet::new));

        assertThat(ProjectFiles.text(REMARKS).lines().skip(1).map(line -> line.split("\t", -1)))
                .allSatisfy(columns -> assertThat(columns).hasSize(2).doesNotContain(""))
                .noneSatisfy(columns -> assertThat(mapped).contains(columns[0]));
    }

    private static String dotted(JavaClass type) {
        return type.getName().replace('$', '.');
    }

    private static List<Line> lines() {
        return ProjectFiles.text(FILE).lines().skip(1).map(Line::parse).toList();
    }

    private record Line(String theirs, String ours, String note) {
        static Line parse(String line) {
            String[] columns = line.split("\t", -1);
            assertThat(columns).as(line).hasSize(3);
            return new Line(columns[0], columns[1], columns[2]);
        }
    }
}
