package dev.millrace.verification.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The signatures of all types of some packages that users can see, as lines of text in a fixed order. */
final class Signatures {
    private static final String INDENT = "    ";
    private static final Set<Class<?>> GIVEN_PARENTS = Set.of(Object.class, Record.class, Enum.class);
    private static final Set<String> GIVEN_IN_RECORDS = Set.of("equals", "hashCode", "toString");
    private static final Set<String> GIVEN_IN_ENUMS = Set.of("values", "valueOf");

    /** Newer JVMs tell what is sealed, older ones do not; the lines are the same in all. */
    private static final Pattern SEALED = Pattern.compile("\\b(non-)?sealed ");

    private Signatures() {}

    static List<String> of(Set<String> packages, JavaClasses classes) {
        List<String> lines = new ArrayList<>();
        classes.stream()
                .filter(type -> packages.contains(type.getPackageName()))
                .map(Signatures::load)
                .filter(Signatures::isVisible)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .forEach(type -> describe(type, lines));
        return lines;
    }

    private static Class<?> load(JavaClass type) {
        try {
            return Class.forName(type.getName(), false, Signatures.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the class path of the tests lacks " + type.getName(), e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && !type.isSynthetic()
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static void describe(Class<?> type, List<String> lines) {
        lines.add(SEALED.matcher(type.toGenericString()).replaceAll("") + parents(type));
        members(type)
                .filter(member -> isVisible(member.getModifiers()) && !member.isSynthetic() && !isGiven(member))
                .map(Signatures::signature)
                .sorted()
                .forEach(signature -> lines.add(INDENT + signature));
    }

    private static String parents(Class<?> type) {
        StringBuilder parents = new StringBuilder();
        if (type.getGenericSuperclass() != null && !GIVEN_PARENTS.contains(type.getSuperclass())) {
            parents.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        Arrays.stream(type.getGenericInterfaces())
                .forEach(parent -> parents.append(" : ").append(parent.getTypeName()));
        return parents.toString();
    }

    private static Stream<Member> members(Class<?> type) {
        return Stream.<Member[]>of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream);
    }

    /** The declaring type stands above, so it is left out of the line. */
    private static String signature(Member member) {
        String text = member instanceof Field field ? field.toGenericString() : ((Executable) member).toGenericString();
        String owner = member.getDeclaringClass().getTypeName();
        return member instanceof Constructor<?>
                ? text.replace(owner + "(", member.getDeclaringClass().getSimpleName() + "(")
                : text.replace(owner + "." + member.getName(), member.getName());
    }

    /** What every record and every enum has is not worth a line. */
    private static boolean isGiven(Member member) {
        Class<?> owner = member.getDeclaringClass();
        return owner.isRecord() && GIVEN_IN_RECORDS.contains(member.getName())
                || owner.isEnum() && GIVEN_IN_ENUMS.contains(member.getName());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
