package dev.millrace.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.millrace.verification.architecture.HouseClasses;
import dev.millrace.verification.source.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Public is what {@code docs/api.md} lists; the examples live on it, and its signatures change only on purpose. */
final class PublicApiTest {
    private static final String SIGNATURES = "docs/api-signatures.txt";
    private static final String ACCEPT = "millrace.api.accept";

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

        assertThat(Files.readAllLines(file))
                .as("the public API changed; if on purpose, run again with -D" + ACCEPT + "=true and commit "
                        + SIGNATURES)
                .isEqualTo(signatures);
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
