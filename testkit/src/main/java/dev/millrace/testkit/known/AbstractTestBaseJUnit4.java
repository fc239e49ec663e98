package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import org.junit.ClassRule;
import org.junit.rules.TemporaryFolder;

/** What JUnit 4 tests with a cluster of four slots extended. */
@ModelApi
public abstract class AbstractTestBaseJUnit4 extends AbstractTestBase {

    @ClassRule
    public static final TemporaryFolder TEMPORARY_FOLDER = new TemporaryFolder();
}
