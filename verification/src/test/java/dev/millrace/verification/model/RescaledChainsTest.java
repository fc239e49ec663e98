package dev.millrace.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.function.Order;
import dev.millrace.testkit.contract.Cut;
import dev.millrace.testkit.contract.Happening;
import dev.millrace.testkit.contract.Outcome;
import dev.millrace.testkit.contract.Part;
import dev.millrace.testkit.contract.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Another parallelism joins other operators into tasks; what the operators had seen goes with them. */
class RescaledChainsTest {
    private static final List<Happening> SCRIPT = List.of(
            new Happening.Given(0, new Fact("k0", 0, 1), 3),
            new Happening.Given(0, new Fact("k1", 1, 2), 5),
            new Happening.Mark(0, 13),
            new Happening.Given(0, new Fact("k0", 3, 3), 21),
            new Happening.End(0));

    private static Story restored(int from, int at, int to) {
        return new Story(
                SCRIPT, Variant.PLAIN.inOneTask().withParallelism(from).withCuts(List.of(Cut.restore(at, to))));
    }

    private static final Part SORTED = board -> board.result(
            board.<Fact>input(0).keyBy(Fact::key).fullWindowPartition().sortPartition(Fact::number, Order.ASCENDING));

    @Test
    void anOperatorIsNotToldTheEventTimeAgainThatItHadSeenInAnotherTask() {
        Part part = board -> board.result(board.<Fact>input(0).keyBy(Fact::key).map(Fact::level));
        for (int at = 3; at <= 4; at++) {
            assertThat(restored(1, at, 3).run(part).lines(0))
                    .isEqualTo(restored(3, at, 1).run(part).lines(0))
                    .containsOnlyOnce("3: W13");
        }
    }

    @Test
    void anOperatorThatHadFinishedDoesNotFinishAgainInAnotherTask() {
        for (int at = 0; at <= SCRIPT.size(); at++) {
            for (Story story : List.of(restored(1, at, 3), restored(3, at, 1))) {
                Outcome outcome = story.run(SORTED);
                assertThat(outcome.records(0)).as("%s", story).hasSize(3);
                assertThat(outcome.lines(0)).as("%s", story).containsOnlyOnce("5: end");
            }
        }
    }
}
