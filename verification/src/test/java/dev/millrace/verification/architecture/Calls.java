package dev.millrace.verification.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;

/**
 * Methods and constructors that code may not call or refer to.
 *
 * @param owner the full name of the class they belong to
 * @param name the method's name, {@value #NEW} for a constructor, {@value #ANY_NAME} for all of the class
 * @param parameters which numbers of parameters are meant
 */
record Calls(String owner, String name, Predicate<Integer> parameters) {
    static final String NEW = "<init>";
    static final String ANY_NAME = "*";

    static Calls all(String owner) {
        return new Calls(owner, ANY_NAME, count -> true);
    }

    static Calls to(String owner, String name) {
        return new Calls(owner, name, count -> true);
    }

    static Calls toNew(String owner) {
        return to(owner, NEW);
    }

    /** The same with exactly so many parameters. */
    Calls withParameters(int exactly) {
        return new Calls(owner, name, count -> count == exactly);
    }

    /** The same with at least so many parameters. */
    Calls withParametersFrom(int least) {
        return new Calls(owner, name, count -> count >= least);
    }

    static ArchCondition<JavaClass> noneOf(List<Calls> forbidden) {
        return new ArchCondition<>("call none of the forbidden") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaAccess<?> access : item.getAccessesFromSelf()) {
                    if (forbidden.stream().anyMatch(calls -> calls.match(access))) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private boolean match(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getOwner().getFullName().equals(owner)
                && (name.equals(ANY_NAME) || name.equals(target.getName()))
                && parameters.test(target.getRawParameterTypes().size());
    }
}
