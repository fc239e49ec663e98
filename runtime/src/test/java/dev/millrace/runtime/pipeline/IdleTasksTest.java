package dev.millrace.runtime.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.plan.Exchange;
import dev.millrace.core.plan.Step;
import dev.millrace.network.memory.MemoryChannels;
import dev.millrace.runtime.stepped.SteppedHost;
import dev.millrace.runtime.worker.MemoryBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdleTasksTest {
    private final MemoryFiles files = new MemoryFiles();

    @Test
    void aThousandIdleTasksAreNeverVisited() {
        Results.clear("IdleTasksTest");
        Step source = Step.source("numbers", new Numbers(10), null);
        Step collect = Step.operator("collect", Collect.records("IdleTasksTest"))
                .reads(source, null, new Exchange.Forward(), 0);
        collect.chaining(Step.Chaining.NEVER);
        SteppedHost host = new SteppedHost(new HandClock(), new MemoryChannels(), new MemoryBudget(1 << 20), 1);
        TestJob job = new TestJob(
                        TestJob.graph(TestJob.settings("heap", true, false), 500, source, collect), host, files)
                .deploy();
        host.run();
        assertThat(host.size()).isEqualTo(1000);
        assertThat(host.step()).as("nothing is ready").isFalse();
        assertThat(host.nextAlarmMillis()).as("nothing waits for the clock").isEqualTo(Long.MAX_VALUE);

        job.assign(0, 7, new Numbers.RangeBytes(), List.of(new Numbers.Range("only", 0, 5)));
        int steps = 0;
        while (host.step()) {
            steps++;
        }
        assertThat(Results.of("IdleTasksTest")).hasSize(5);
        assertThat(steps)
                .as("only the two that have something to do are stepped")
                .isLessThan(20);
    }
}
