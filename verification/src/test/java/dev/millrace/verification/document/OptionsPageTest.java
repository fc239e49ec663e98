package dev.millrace.verification.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.millrace.core.option.KnownOptions;
import dev.millrace.verification.source.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of options says what the constants say. */
final class OptionsPageTest {
    private static final String PAGE = "docs/options.md";

    @Test
    void thePageIsWhatTheConstantsSay() throws IOException {
        if (Boolean.getBoolean("millrace.api.accept")) {
            Files.writeString(ProjectFiles.root().resolve(PAGE), OptionsPage.text());
        }
        assertThat(ProjectFiles.text(PAGE))
                .as("%s; -Dmillrace.api.accept=true writes it anew", PAGE)
                .isEqualTo(OptionsPage.text());
    }

    @Test
    void noClassOfOptionsIsForgotten() {
        List<String> classes = new ClassFileImporter()
                .importPackages("dev.millrace.core.option").stream()
                        .filter(type -> type.getPackageName().equals("dev.millrace.core.option"))
                        .filter(type -> type.getSimpleName().endsWith("Options"))
                        .filter(type -> type.getFields().stream()
                                .anyMatch(field ->
                                        field.getRawType().getSimpleName().equals("ConfigOption")))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(KnownOptions.declaredBy()).extracting(Class::getName).containsExactlyInAnyOrderElementsOf(classes);
    }
}
