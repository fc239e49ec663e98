package dev.millrace.verification.source;

import java.util.List;

/** A rule of the house over one source file. */
@FunctionalInterface
interface SourceRule {
    /** What is wrong in the file, each with path and line; empty when the rule is kept. */
    List<String> complaints(SourceFile file);
}
