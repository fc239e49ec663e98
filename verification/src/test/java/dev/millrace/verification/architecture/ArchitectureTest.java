package dev.millrace.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule holds for the whole house, and every rule fails on the fixture that breaks it. */
final class ArchitectureTest {
    /** For each rule the names of the fixtures that break it; those called good citizens break none. */
    private static final Map<String, String[]> BROKEN_BY = new LinkedHashMap<>();

    static {
        BROKEN_BY.put("modules see only what they may", new String[] {"RuntimeSeesCluster", "HomelessClass"});
        BROKEN_BY.put("modules use only their libraries", new String[] {"StreamUsesALibrary"});
        BROKEN_BY.put("packages are free of cycles", new String[] {"RoundOne", "RoundTwo"});
        BROKEN_BY.put("only workers create threads", new String[] {"ThreadStarter"});
        BROKEN_BY.put("only workers read clocks and throw dice", new String[] {"ClockReader"});
        BROKEN_BY.put("no locks in the control plane", new String[] {"LockHolder"});
        BROKEN_BY.put("no synchronized methods in the control plane", new String[] {"SynchronizedMethod"});
        BROKEN_BY.put("no hash order in cluster and runtime", new String[] {"HashOrdered"});
        BROKEN_BY.put("classes are final", new String[] {"OpenClass"});
        BROKEN_BY.put("classes inherit at most once and from the known API", new String[] {"Heir"});
        BROKEN_BY.put("only public types are of the known API", new String[] {"HiddenKnown"});
        BROKEN_BY.put(
                "names say what things are",
                new String[] {"AbstractThing", "BaseThing", "ThingImpl", "ThingUtils", "ThingHelper", "ThingManager"});
        BROKEN_BY.put("packages are named by feature", new String[] {"InUtil"});
    }

    @TestFactory
    Stream<DynamicTest> theHouseKeeps() {
        return rules(HouseClasses.ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(HouseClasses.engine())));
    }

    @TestFactory
    Stream<DynamicTest> fixturesBreak() {
        JavaClasses fixtures = HouseClasses.fixtures();
        return rules(HouseClasses.BAD_ROOT).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    String report = String.join(
                            "\n",
                            rule.getValue()
                                    .evaluate(fixtures)
                                    .getFailureReport()
                                    .getDetails());
                    assertThat(report).contains(BROKEN_BY.get(rule.getKey()));
                    assertThat(report).doesNotContain("GoodCitizen");
                }));
    }

    @Test
    void theWholeHouseIsJudged() {
        assertThat(HouseClasses.engine().stream().map(type -> type.getPackageName()))
                .anyMatch(name -> name.startsWith("dev.millrace.core"))
                .anyMatch(name -> name.startsWith("dev.millrace.cluster"))
                .anyMatch(name -> name.startsWith("dev.millrace.stream"))
                .noneMatch(name -> name.startsWith("dev.millrace.verification"));
    }

    private static Map<String, ArchRule> rules(String root) {
        LayerRules layers = new LayerRules(root);
        OutsideWorldRules world = new OutsideWorldRules(root);
        DeterminismRules determinism = new DeterminismRules(root);
        ShapeRules shapes = new ShapeRules(root);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("modules see only what they may", layers.modulesSeeOnlyWhatTheyMay());
        rules.put("modules use only their libraries", layers.modulesUseOnlyTheirLibraries());
        rules.put("packages are free of cycles", layers.packagesAreFreeOfCycles());
        rules.put("only workers create threads", world.onlyWorkersCreateThreads());
        rules.put("only workers read clocks and throw dice", world.onlyWorkersReadClocksAndThrowDice());
        rules.put("no locks in the control plane", determinism.noLocksInTheControlPlane());
        rules.put("no synchronized methods in the control plane", determinism.noSynchronizedMethodsInTheControlPlane());
        rules.put("no hash order in cluster and runtime", determinism.noHashOrder());
        rules.put("classes are final", shapes.classesAreFinal());
        rules.put(
                "classes inherit at most once and from the known API",
                shapes.classesInheritAtMostOnceAndFromTheKnownApi());
        rules.put("only public types are of the known API", shapes.onlyPublicTypesAreOfTheKnownApi());
        rules.put("names say what things are", shapes.namesSayWhatThingsAre());
        rules.put("packages are named by feature", shapes.packagesAreNamedByFeature());
        return rules;
    }
}
