package dev.millrace.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.connectors.basic.file.sink.FileSink;
import dev.millrace.connectors.basic.file.sink.SimpleStringEncoder;
import dev.millrace.core.file.Path;
import dev.millrace.stream.source.SourceFunction;
import dev.millrace.testkit.outside.SimulatedSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users see of the simulator. */
class SimulatedClusterTest {
    private static final Logger ENGINE = Logger.getLogger("dev.millrace");

    @BeforeAll
    static void quiet() {
        ENGINE.setLevel(Level.SEVERE);
    }

    @AfterAll
    static void loud() {
        ENGINE.setLevel(null);
    }

    @Test
    void aJobIsTriedOnAllSeedsAndItsResultsAreSeen() {
        List<Long> seeds = new ArrayList<>();
        SimulatedCluster.of(environment ->
                        environment.fromSequence(1, 100).map(n -> 2 * n).sinkTo(new SimulatedSink<>("doubled")))
                .seeds(5)
                .faults(Fault.CRASH, Fault.FULL_DISK)
                .check(outcome -> {
                    seeds.add(outcome.seed());
                    assertThat(outcome.committed("doubled")).hasSize(100).contains(2L, 200L);
                });
        assertThat(seeds).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void whatTheFileSinkWroteToTheSimulatedDiskIsSeen() {
        Outcome outcome = SimulatedCluster.of(environment -> environment
                        .fromSequence(1, 10)
                        .sinkTo(FileSink.<Long>forRowFormat(new Path("sim:///numbers"), new SimpleStringEncoder<>())
                                .build()))
                .run(1);
        assertThat(outcome.files("/numbers").values().stream()
                        .flatMap(bytes -> new String(bytes, StandardCharsets.UTF_8).lines()))
                .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void aBrokenExpectationNamesItsSeed() {
        SimulatedCluster job = SimulatedCluster.of(
                        environment -> environment.fromSequence(1, 3).sinkTo(new SimulatedSink<>("numbers")))
                .seeds(3);
        assertThatThrownBy(() -> job.check(outcome -> assertThat(outcome.committed("numbers"))
                        .as("all of them")
                        .hasSize(4)))
                .hasMessageContaining("seed 1:")
                .hasMessageContaining("all of them");
    }

    private static final class Loop implements SourceFunction<Long> {
        private static final long serialVersionUID = 1;

        @Override
        public void run(SourceContext<Long> context) {
            context.collect(1L);
        }

        @Override
        public void cancel() {}
    }

    @Test
    void sourceFunctionsAreRefusedWithTheRemedy() {
        assertThatThrownBy(() -> SimulatedCluster.of(environment ->
                                environment.addSource(new Loop(), "loop").sinkTo(new SimulatedSink<>("numbers")))
                        .run(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("source 'loop' is a source function")
                .hasMessageContaining("fromSequence");
    }
}
