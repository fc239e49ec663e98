package dev.millrace.testkit.known;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.stream.StreamExecutionEnvironment;
import java.util.List;

/** A test that is a program runs in the environment of its cluster. */
class ProgramTestTest extends JavaProgramTestBase {

    private List<Long> results;

    @Override
    protected void testProgram() throws Exception {
        results = StreamExecutionEnvironment.getExecutionEnvironment()
                .fromSequence(1, 4)
                .executeAndCollect(4);
    }

    @Override
    protected void postSubmit() {
        assertThat(results).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }
}
