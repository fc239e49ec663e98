package dev.millrace.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What makes the control plane one thread's work, and the same in every run: no locks, no hash order. */
final class DeterminismRules {
    /** Constructors and factories of collections whose order differs from one JVM to the next. */
    private static final List<Calls> HASH_ORDERED = List.of(
            Calls.toNew("java.util.HashMap"),
            Calls.toNew("java.util.HashSet"),
            Calls.toNew("java.util.IdentityHashMap"),
            Calls.toNew("java.util.WeakHashMap"),
            Calls.toNew("java.util.Hashtable"),
            Calls.toNew("java.util.concurrent.ConcurrentHashMap"),
            Calls.to("java.util.concurrent.ConcurrentHashMap", "newKeySet"),
            Calls.to("java.util.Set", "of").withParametersFrom(2),
            Calls.to("java.util.Set", "copyOf"),
            Calls.to("java.util.Map", "of").withParametersFrom(4),
            Calls.to("java.util.Map", "ofEntries"),
            Calls.to("java.util.Map", "copyOf"),
            Calls.to("java.util.stream.Collectors", "toSet"),
            Calls.to("java.util.stream.Collectors", "toUnmodifiableSet"),
            Calls.to("java.util.stream.Collectors", "toUnmodifiableMap"),
            Calls.to("java.util.stream.Collectors", "toMap").withParameters(2),
            Calls.to("java.util.stream.Collectors", "groupingBy").withParameters(1),
            Calls.to("java.util.stream.Collectors", "groupingBy").withParameters(2));

    private final String root;

    DeterminismRules(String root) {
        this.root = root;
    }

    ArchRule noLocksInTheControlPlane() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".cluster..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent.locks..")
                .because("one thread owns each state machine of the cluster")
                .allowEmptyShould(true);
    }

    ArchRule noSynchronizedMethodsInTheControlPlane() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + ".cluster..")
                .should()
                .haveModifier(JavaModifier.SYNCHRONIZED)
                .because("one thread owns each state machine of the cluster")
                .allowEmptyShould(true);
    }

    ArchRule noHashOrder() {
        return classes()
                .that()
                .resideInAnyPackage(root + ".cluster..", root + ".runtime..")
                .should(Calls.noneOf(HASH_ORDERED))
                .because("what is iterated must have the same order in every JVM: LinkedHashMap, TreeMap, lists,"
                        + " ConcurrentSkipListMap")
                .allowEmptyShould(true);
    }
}
