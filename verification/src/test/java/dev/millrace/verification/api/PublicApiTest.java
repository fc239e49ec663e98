package dev.millrace.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.millrace.verification.architecture.HouseClasses;
import dev.millrace.verification.source.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Public is what {@code docs/api.md} lists; the examples live on it, and its signatures change only on purpose. */
final class PublicApiTest {
    private static final String SIGNATURES = "docs/api-signatures.txt";
    private static final String ACCEPT = "millrace.api.accept";
    private static final Pattern TYPE = Pattern.compile("dev\\.millrace[\\w.$]+");

    @Test
    void listedPackagesHoldPublicTypes() {
        Set<String> holding = packagesOf(type -> type.getModifiers().contains(JavaModifier.PUBLIC));

        assertThat(PublicPackages.names()).isNotEmpty().isSubsetOf(holding);
    }

    @Test
    void typesOfTheKnownApiLieInListedPackages() {
        Set<String> known = packagesOf(type -> type.isAnnotatedWith("dev.millrace.core.ModelApi"));

        assertThat(known).isSubsetOf(PublicPackages.names());
    }

    @Test
    void examplesImportOnlyWhatIsPublic() {
        Set<String> packages = PublicPackages.names();

        assertThat(ProjectFiles.imports("examples"))
                .filteredOn(
                        name -> name.startsWith(HouseClasses.ROOT) && !name.startsWith(HouseClasses.ROOT + ".examples"))
                .allMatch(name -> packages.contains(packageOf(name)));
    }

    @Test
    void signaturesAreThoseThatWereAccepted() throws IOException {
        List<String> signatures = Signatures.of(PublicPackages.names(), HouseClasses.engine());
        Path file = ProjectFiles.root().resolve(SIGNATURES);
        if (Boolean.getBoolean(ACCEPT)) {
            Files.writeString(file, String.join("\n", signatures) + "\n");
        }

        List<String> accepted = Files.readAllLines(file);
        List<String> changes = new ArrayList<>();
        without(accepted, signatures).forEach(line -> changes.add("gone: " + line));
        without(signatures, accepted).forEach(line -> changes.add("new: " + line));
        assertThat(changes)
                .as("the public API changed; if on purpose, run again with -D" + ACCEPT + "=true and commit "
                        + SIGNATURES)
                .isEmpty();
        assertThat(accepted).as("order of " + SIGNATURES).isEqualTo(signatures);
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> known = new TreeSet<>(withOwners(others));
        return withOwners(lines).stream().filter(line -> !known.contains(line)).toList();
    }

    /** Each member's line with the name of its type before it, so that equal members of two types differ. */
    private static List<String> withOwners(List<String> lines) {
        List<String> owned = new ArrayList<>();
        String owner = "";
        for (String line : lines) {
            boolean isMember = line.startsWith(" ");
            owner = isMember
                    ? owner
                    : TYPE.matcher(line).results().findFirst().orElseThrow().group();
            owned.add(isMember ? owner + line : line);
        }
        return owned;
    }

    private static Set<String> packagesOf(Predicate<JavaClass> predicate) {
        return HouseClasses.engine().stream()
                .filter(predicate)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String packageOf(String imported) {
        StringBuilder name = new StringBuilder();
        for (String part : imported.split("\\.")) {
            if (part.equals("*") || Character.isUpperCase(part.charAt(0))) {
                break;
            }
            name.append(name.isEmpty() ? "" : ".").append(part);
        }
        return name.toString();
    }
}
