package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.ConnectedStreams;
import dev.millrace.stream.custom.TwoInputStreamOperator;

/** Drives an operator with two inputs that have keys. */
@ModelApi
public class KeyedTwoInputStreamOperatorTestHarness<K, IN1, IN2, OUT>
        extends TwoInputStreamOperatorTestHarness<IN1, IN2, OUT> {
    private final KeySelector<IN1, K> keySelector1;
    private final KeySelector<IN2, K> keySelector2;
    private final TypeInformation<K> keyType;

    public KeyedTwoInputStreamOperatorTestHarness(
            TwoInputStreamOperator<IN1, IN2, OUT> operator,
            KeySelector<IN1, K> keySelector1,
            KeySelector<IN2, K> keySelector2,
            TypeInformation<K> keyType) {
        super(operator, true);
        this.keySelector1 = keySelector1;
        this.keySelector2 = keySelector2;
        this.keyType = keyType;
    }

    @Override
    ConnectedStreams<IN1, IN2> prepared(ConnectedStreams<IN1, IN2> inputs) {
        return inputs.keyBy(keySelector1, keySelector2, keyType);
    }
}
