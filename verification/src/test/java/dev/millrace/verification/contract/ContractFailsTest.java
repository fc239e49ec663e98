package dev.millrace.verification.contract;

import static dev.millrace.verification.contract.KeyedEntries.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.tuple.Tuple2;
import dev.millrace.core.type.Types;
import dev.millrace.testkit.contract.OperatorContract;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** An operator that breaks the contract is reported, under the law that it breaks. */
class ContractFailsTest {

    /** The laws that an operator breaks. */
    private static Set<String> broken(OperatorFactory<Tuple2<String, Integer>, String> factory) {
        OperatorContract contract = new OperatorContract(
                board -> board.result(
                        board.<Tuple2<String, Integer>>input(0).keyBy(KEY).transform("broken", Types.STRING, factory)),
                Scripts.inTime(1, 25),
                false,
                true);
        Set<String> broken = new TreeSet<>();
        contract.laws().forEach((name, law) -> {
            try {
                law.run();
            } catch (AssertionError reported) {
                broken.add(name);
            }
        });
        return broken;
    }

    @Test
    void oneThatForgetsWhatItCounted() {
        assertThat(broken(BrokenOperators.Forgets::new))
                .contains("a restore anywhere", "a crash anywhere")
                .doesNotContain("batches", "checkpoints");
    }

    @Test
    void oneThatEmitsBehindABarrierWhatBelongsBeforeIt() {
        assertThat(broken(BrokenOperators.EmitsBehindTheBarrier::new))
                .contains("checkpoints", "a restore anywhere")
                .doesNotContain("the other store");
    }

    @Test
    void oneThatDependsOnHowRecordsAreCutIntoBatches() {
        assertThat(broken(BrokenOperators.CountsBatches::new))
                .contains("batches")
                .doesNotContain("checkpoints");
    }

    @Test
    void oneThatDropsWhatItHasNoRoomFor() {
        assertThat(broken(BrokenOperators.DropsWithoutRoom::new))
                .contains("batches", "a channel for one batch")
                .doesNotContain("a restore anywhere", "checkpoints");
    }

    @Test
    void oneThatKeepsWhatBelongsToAKeyInTheInstance() {
        assertThat(broken(BrokenOperators.CountsInTheInstance::new)).containsExactly("another parallelism");
    }
}
