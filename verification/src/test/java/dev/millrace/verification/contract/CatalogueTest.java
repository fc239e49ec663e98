package dev.millrace.verification.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.millrace.core.operator.Operator;
import dev.millrace.stream.window.Evictor;
import dev.millrace.stream.window.Trigger;
import dev.millrace.testkit.contract.OperatorContract;
import dev.millrace.verification.architecture.HouseClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    /**
     * What runs a program's own operator does nothing of its own; the head of a loop needs an edge back to it; what records
     * are combined with is seen by those alone whose records it combines, and its test reads them together; what runs in
     * batch alone has no checkpoints.
     */
    private static final Set<String> SHOWN_ELSEWHERE = Set.of(
            "dev.millrace.stream.custom.CustomOperator",
            "dev.millrace.stream.iteration.Iterations$Head",
            "dev.millrace.stream.operator.LastReduceOperator",
            "dev.millrace.stream.window.CombineOperator");

    @Test
    void everyOperatorTriggerAndEvictorIsInTheCatalogue() {
        Set<String> shown = new TreeSet<>(SHOWN_ELSEWHERE);
        for (Entry entry : Catalogue.all()) {
            OperatorContract.classes(entry.part()).forEach(type -> shown.add(nameInSource(type)));
        }
        List<String> missing = HouseClasses.engine().stream()
                .filter(type -> type.getPackageName().startsWith("dev.millrace.stream"))
                .filter(CatalogueTest::isShownByPrograms)
                .map(JavaClass::getName)
                .filter(name -> !shown.contains(name))
                .sorted()
                .toList();
        assertThat(missing)
                .as("add an entry for each of these to the catalogue of the contract")
                .isEmpty();
    }

    /** A class with code of its own has a number behind its name. */
    private static String nameInSource(Class<?> type) {
        return type.isHidden() ? type.getName().substring(0, type.getName().indexOf('/')) : type.getName();
    }

    private static boolean isShownByPrograms(JavaClass type) {
        return !type.isInterface()
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && (type.isAssignableTo(Operator.class)
                        || type.isAssignableTo(Trigger.class)
                        || type.isAssignableTo(Evictor.class));
    }
}
