package dev.millrace.verification.contract;

import dev.millrace.testkit.contract.OperatorContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class OperatorContractTest {

    @TestFactory
    Stream<DynamicNode> everyOperatorKeepsTheContract() {
        return Catalogue.all().stream().map(entry -> {
            OperatorContract contract =
                    new OperatorContract(entry.part(), entry.script(), entry.ordered(), entry.scales());
            return DynamicContainer.dynamicContainer(
                    entry.name(),
                    contract.laws().entrySet().stream()
                            .map(law -> DynamicTest.dynamicTest(law.getKey(), law.getValue()::run)));
        });
    }
}
