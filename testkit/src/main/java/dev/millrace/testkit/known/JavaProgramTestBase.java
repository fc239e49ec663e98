package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;
import dev.millrace.core.option.PipelineOptions;
import org.junit.Test;

/** A test that is one program, run with object reuse and without; with JUnit 4 or 5. */
@ModelApi
public abstract class JavaProgramTestBase extends AbstractTestBase {

    private static final int PARALLELISM = 4;

    private int repetitions = 1;

    /** How often each test runs the program. */
    public void setNumberOfTestRepetitions(int repetitions) {
        this.repetitions = repetitions;
    }

    public int getParallelism() {
        return PARALLELISM;
    }

    /** The program. */
    protected abstract void testProgram() throws Exception;

    /** What is made ready before the program. */
    protected void preSubmit() throws Exception {}

    /** What is looked at after the program. */
    protected void postSubmit() throws Exception {}

    @Test
    @org.junit.jupiter.api.Test
    public void testJobWithObjectReuse() throws Exception {
        run(true);
    }

    @Test
    @org.junit.jupiter.api.Test
    public void testJobWithoutObjectReuse() throws Exception {
        run(false);
    }

    private void run(boolean objectReuse) throws Exception {
        preSubmit();
        ContextEnvironment.begin(PARALLELISM, new Configuration().set(PipelineOptions.OBJECT_REUSE, objectReuse));
        try {
            for (int run = 0; run < repetitions; run++) {
                testProgram();
                postSubmit();
            }
        } finally {
            beginContext();
        }
    }
}
