package dev.millrace.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;

/** Two towers on one core: who may see whom, and no package in a cycle. */
final class LayerRules {
    private final String root;
    private final Modules modules;

    LayerRules(String root) {
        this.root = root;
        this.modules = new Modules(root);
    }

    ArchRule modulesSeeOnlyWhatTheyMay() {
        return classes().should(seeOnlyAllowedModules()).allowEmptyShould(true);
    }

    ArchRule modulesUseOnlyTheirLibraries() {
        return classes().should(useOnlyOwnLibraries()).allowEmptyShould(true);
    }

    ArchRule packagesAreFreeOfCycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private ArchCondition<JavaClass> seeOnlyAllowedModules() {
        return new ArchCondition<>("see only the modules below its own") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                Optional<String> module = modules.moduleOf(item.getPackageName());
                if (module.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(
                            item, item.getName() + " lies in a package of no module; modules are named in Modules"));
                    return;
                }
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    Optional<String> other =
                            modules.moduleOf(dependency.getTargetClass().getPackageName());
                    if (other.isPresent() && !modules.maySee(module.get(), other.get())) {
                        events.add(SimpleConditionEvent.violated(
                                item,
                                module.get() + " may not see " + other.get() + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }

    private ArchCondition<JavaClass> useOnlyOwnLibraries() {
        return new ArchCondition<>("use only the libraries of its module") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                String module = modules.moduleOf(item.getPackageName()).orElse("");
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String used =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (!used.isEmpty() && !modules.mayUse(module, used)) {
                        events.add(SimpleConditionEvent.violated(
                                item, module + " may not use " + used + ": " + dependency.getDescription()));
                    }
                }
            }
        };
    }
}
