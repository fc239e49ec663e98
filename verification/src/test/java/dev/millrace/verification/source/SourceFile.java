package dev.millrace.verification.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * One source file, parsed: where it lies, its text, its tree and its comments.
 *
 * @param module the module's folder, for example {@code connectors/basic}
 * @param kind whether it belongs to the product or to its tests
 * @param path the path from the root of the project
 */
record SourceFile(
        String module,
        Kind kind,
        String path,
        String text,
        CompilationUnitTree tree,
        SourcePositions positions,
        List<Comment> comments) {

    enum Kind {
        MAIN,
        TEST
    }

    static SourceFile parse(String module, Kind kind, String path, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("source:///" + path), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, List.of(file));
        try {
            CompilationUnitTree tree = task.parse().iterator().next();
            return new SourceFile(
                    module, kind, path, text, tree, Trees.instance(task).getSourcePositions(), Comment.in(text));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot parse " + path, e);
        }
    }

    boolean isMain() {
        return kind == Kind.MAIN;
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    /** The line on which a part of the tree begins, from 1. */
    long lineOf(Tree part) {
        return tree.getLineMap().getLineNumber(positions.getStartPosition(tree, part));
    }

    /** How many lines a part of the tree takes. */
    long linesOf(Tree part) {
        return tree.getLineMap().getLineNumber(positions.getEndPosition(tree, part)) - lineOf(part) + 1;
    }

    /** The path and line of a part, followed by what is wrong with it. */
    String complaint(Tree part, String text) {
        return path + ":" + lineOf(part) + ": " + text;
    }

    /** Whether a type is marked as one whose shape the known API fixes. */
    static boolean isModelApi(ClassTree type) {
        return type.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("ModelApi"));
    }

    @Override
    public String toString() {
        return path;
    }
}
