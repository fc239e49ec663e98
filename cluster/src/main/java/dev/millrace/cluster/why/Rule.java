package dev.millrace.cluster.why;

import dev.millrace.core.diagnosis.Finding;
import java.util.List;

/** Knows one kind of trouble. */
@FunctionalInterface
interface Rule {

    /** Looks for it in a scene. */
    List<Finding> look(Scene scene);
}
