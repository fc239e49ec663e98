package dev.millrace.verification.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How large classes, methods and lists of parameters may be; types of the known API are exempt. */
final class SizeRules {
    static final int CLASS_LINES_LARGE = 300;
    private static final int CLASS_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 60;
    private static final int CONSTRUCTOR_PARAMETERS_MAX = 6;

    private SizeRules() {}

    /** Classes of at most 500 lines, but for those that a decision record names. */
    static SourceRule classes(Set<String> namedInDecisions) {
        return file -> topLevel(file).stream()
                .filter(type -> file.linesOf(type) > CLASS_LINES_MAX)
                .filter(type -> !SourceFile.isModelApi(type)
                        && !namedInDecisions.contains(type.getSimpleName().toString()))
                .map(type -> file.complaint(
                        type,
                        "class " + type.getSimpleName() + " has " + file.linesOf(type) + " lines, the limit is "
                                + CLASS_LINES_MAX + "; split it, or give a decision record that names it"))
                .toList();
    }

    /** Classes that are large already; told, not refused. */
    static SourceRule largeClasses() {
        return file -> topLevel(file).stream()
                .filter(type -> file.linesOf(type) > CLASS_LINES_LARGE && !SourceFile.isModelApi(type))
                .map(type -> file.complaint(
                        type, "class " + type.getSimpleName() + " has " + file.linesOf(type) + " lines and is large"))
                .toList();
    }

    /** Methods of at most 60 lines. */
    static SourceRule methods() {
        return file -> complaintsOnMethods(file, (type, method) -> {
            long lines = file.linesOf(method);
            return lines <= METHOD_LINES_MAX
                    ? null
                    : "method " + method.getName() + " has " + lines + " lines, the limit is " + METHOD_LINES_MAX;
        });
    }

    /** Constructors of at most six parameters, but for records. */
    static SourceRule constructors() {
        return file -> complaintsOnMethods(file, (type, method) -> {
            int parameters = method.getParameters().size();
            boolean exempt = type.getKind() == Tree.Kind.RECORD
                    || !method.getName().contentEquals("<init>")
                    || parameters <= CONSTRUCTOR_PARAMETERS_MAX;
            return exempt
                    ? null
                    : "constructor of " + type.getSimpleName() + " has " + parameters + " parameters, the limit is "
                            + CONSTRUCTOR_PARAMETERS_MAX + "; a record is missing";
        });
    }

    private static List<ClassTree> topLevel(SourceFile file) {
        return file.tree().getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    private static List<String> complaintsOnMethods(SourceFile file, Judge judge) {
        List<String> complaints = new ArrayList<>();
        new TreeScanner<Void, ClassTree>() {
            @Override
            public Void visitClass(ClassTree type, ClassTree outer) {
                return SourceFile.isModelApi(type) ? null : super.visitClass(type, type);
            }

            @Override
            public Void visitMethod(MethodTree method, ClassTree type) {
                String wrong = judge.complaint(type, method);
                if (wrong != null) {
                    complaints.add(file.complaint(method, wrong));
                }
                return super.visitMethod(method, type);
            }
        }.scan(file.tree(), null);
        return complaints;
    }

    /** Says what is wrong with a method, or null. */
    private interface Judge {
        String complaint(ClassTree type, MethodTree method);
    }
}
