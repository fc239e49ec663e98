package dev.millrace.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Composition and plain names; types whose shape the known API fixes, and what they enclose, are exempt. */
final class ShapeRules {
    private static final String MODEL_API = "dev.millrace.core.ModelApi";
    private static final Pattern REFUSED_NAME =
            Pattern.compile("(Abstract|Base)[A-Z].*|.*(Impl|Utils?|Helper|Manager)");
    private static final Pattern NAME_OF_THE_FIELD = Pattern.compile(".*(Job|Task|Resource)Manager");
    private static final Pattern REFUSED_PACKAGE = Pattern.compile("(.*\\.)?(util|common|internal|misc)(\\..*)?");

    private final String root;

    ShapeRules(String root) {
        this.root = root;
    }

    ArchRule classesAreFinal() {
        return refuse("be final, an interface, an enum or a record", type -> {
            boolean closed = type.isInterface()
                    || type.isEnum()
                    || type.isAnonymousClass()
                    || type.getModifiers().contains(JavaModifier.FINAL);
            return closed ? Optional.empty() : Optional.of("is not final");
        });
    }

    ArchRule classesInheritAtMostOnceAndFromTheKnownApi() {
        return refuse(
                "extend only types of the JDK, a library or the known API",
                type -> type.getRawSuperclass()
                        .filter(parent -> !type.isEnum() && isOurs(parent) && !parent.isEnum() && !isModelApi(parent))
                        .map(parent -> "extends " + parent.getName()));
    }

    ArchRule namesSayWhatThingsAre() {
        return refuse("have no name that says nothing", type -> {
            String name = type.getSimpleName();
            return REFUSED_NAME.matcher(name).matches()
                            && !NAME_OF_THE_FIELD.matcher(name).matches()
                    ? Optional.of("has a name that says nothing")
                    : Optional.empty();
        });
    }

    ArchRule packagesAreNamedByFeature() {
        return refuse("lie in no package that says nothing", type -> {
            String below = type.getPackageName().substring(root.length());
            return REFUSED_PACKAGE.matcher(below).matches()
                    ? Optional.of("lies in a package that says nothing")
                    : Optional.empty();
        });
    }

    /** What users cannot name has no name that they know; the mark is no way around the other rules. */
    ArchRule onlyPublicTypesAreOfTheKnownApi() {
        ArchCondition<JavaClass> condition = new ArchCondition<>("be marked only when users can name them") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean visible = item.getModifiers().contains(JavaModifier.PUBLIC)
                        || item.getModifiers().contains(JavaModifier.PROTECTED);
                if (item.isAnnotatedWith(MODEL_API) && !visible) {
                    events.add(SimpleConditionEvent.violated(item, item.getName() + " is marked but not public"));
                }
            }
        };
        return classes().should(condition).allowEmptyShould(true);
    }

    private ArchRule refuse(String description, Function<JavaClass, Optional<String>> complaint) {
        ArchCondition<JavaClass> condition = new ArchCondition<>(description) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!isModelApi(item)) {
                    complaint
                            .apply(item)
                            .ifPresent(text ->
                                    events.add(SimpleConditionEvent.violated(item, item.getName() + " " + text)));
                }
            }
        };
        return classes().should(condition).allowEmptyShould(true);
    }

    /** A library that was moved into a package of ours, as packaging does, stays a library. */
    private boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(root) && !type.getPackageName().startsWith(HouseClasses.SHADED_PACKAGE);
    }

    private static boolean isModelApi(JavaClass type) {
        return type.isAnnotatedWith(MODEL_API)
                || type.getEnclosingClass().map(ShapeRules::isModelApi).orElse(false);
    }
}
