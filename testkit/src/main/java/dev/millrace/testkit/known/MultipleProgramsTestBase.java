package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import java.util.Arrays;
import java.util.Collection;
import org.junit.runners.Parameterized;

/**
 * What tests extended that ran each of their programs in several modes. There is one kind of cluster, so that the modes mean
 * the same.
 */
@ModelApi
public class MultipleProgramsTestBase extends AbstractTestBaseJUnit4 {

    /** How a program was to run. */
    public enum TestExecutionMode {
        CLUSTER,
        CLUSTER_OBJECT_REUSE,
        COLLECTION
    }

    protected final TestExecutionMode mode;

    public MultipleProgramsTestBase(TestExecutionMode mode) {
        this.mode = mode;
    }

    /** The modes of a parameterized test. */
    @Parameterized.Parameters(name = "Execution mode = {0}")
    public static Collection<Object[]> executionModes() {
        return Arrays.asList(new Object[] {TestExecutionMode.CLUSTER}, new Object[] {TestExecutionMode.COLLECTION});
    }
}
