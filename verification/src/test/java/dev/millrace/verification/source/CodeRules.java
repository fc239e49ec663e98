package dev.millrace.verification.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** What code may not do in some rooms: lock, sleep, switch tests off, print. */
final class CodeRules {
    private static final Set<String> SLEEPS = Set.of(
            "Thread.sleep",
            "LockSupport.parkNanos",
            "LockSupport.parkUntil",
            "TimeUnit.SECONDS.sleep",
            "TimeUnit.MILLISECONDS.sleep",
            "TimeUnit.MICROSECONDS.sleep",
            "TimeUnit.NANOSECONDS.sleep");
    private static final Set<String> CONSOLES = Set.of("System.out", "System.err");

    private CodeRules() {}

    /** The control plane takes no monitor. */
    static SourceRule noSynchronizedInCluster() {
        return file -> file.isMain() && file.module().equals("cluster")
                ? complaints(file, part -> {
                    boolean locks = part instanceof SynchronizedTree
                            || part instanceof MethodTree method
                                    && method.getModifiers().getFlags().contains(Modifier.SYNCHRONIZED);
                    return locks ? "takes a monitor; one thread owns the state machines of the cluster" : null;
                })
                : List.of();
    }

    /** Tests wait for conditions, not for time. */
    static SourceRule noSleepingTests() {
        return file -> file.isMain()
                ? List.of()
                : complaints(
                        file,
                        part -> SLEEPS.contains(qualified(part))
                                ? "sleeps; a test hands in its clock or waits for a condition with a bound"
                                : null);
    }

    /** Every test runs. */
    static SourceRule noDisabledTests() {
        return file -> complaints(file, part -> {
            boolean off = part instanceof AnnotationTree annotation
                    && annotation.getAnnotationType().toString().endsWith("Disabled");
            return off ? "switches a test off; repair it or delete it" : null;
        });
    }

    /** Only the commands, the examples, the benchmarks' protocol, the print sinks and what reads them touch the console. */
    static SourceRule noConsole() {
        return file -> mayPrint(file)
                ? List.of()
                : complaints(
                        file,
                        part -> CONSOLES.contains(qualified(part))
                                ? "writes to the console; log with slf4j, or report through the test"
                                : null);
    }

    private static boolean mayPrint(SourceFile file) {
        boolean printSink = (file.module().startsWith("connectors/")
                        || file.module().equals("stream"))
                && file.path().substring(file.path().lastIndexOf('/') + 1).startsWith("Print");
        boolean command = file.path().endsWith("/simulation/Sim.java")
                || file.path().endsWith("/document/SnippetRun.java")
                || file.path().endsWith("/workload/Measure.java")
                || file.module().equals("benchmarks/runner");
        return printSink || command || Set.of("cli", "examples").contains(file.module());
    }

    /** The text of {@code a.b}, also when it is referred to as {@code a::b}. */
    private static String qualified(Tree part) {
        if (part instanceof MemberReferenceTree reference) {
            return reference.getQualifierExpression() + "." + reference.getName();
        }
        return part instanceof MemberSelectTree ? part.toString() : "";
    }

    private static List<String> complaints(SourceFile file, Function<Tree, String> judge) {
        List<String> complaints = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree part, Void nothing) {
                String wrong = part == null ? null : judge.apply(part);
                if (wrong != null) {
                    complaints.add(file.complaint(part, wrong));
                }
                return super.scan(part, nothing);
            }
        }.scan(file.tree(), null);
        return complaints;
    }
}
