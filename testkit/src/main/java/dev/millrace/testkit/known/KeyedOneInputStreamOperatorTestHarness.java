package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.KeySelector;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.stream.DataStream;
import dev.millrace.stream.custom.OneInputStreamOperator;

/** Drives an operator with one input that has keys. */
@ModelApi
public class KeyedOneInputStreamOperatorTestHarness<K, IN, OUT> extends OneInputStreamOperatorTestHarness<IN, OUT> {
    private final KeySelector<IN, K> keySelector;
    private final TypeInformation<K> keyType;

    public KeyedOneInputStreamOperatorTestHarness(
            OneInputStreamOperator<IN, OUT> operator, KeySelector<IN, K> keySelector, TypeInformation<K> keyType) {
        super(operator, true);
        this.keySelector = keySelector;
        this.keyType = keyType;
    }

    @Override
    DataStream<IN> prepared(DataStream<IN> input) {
        return input.keyBy(keySelector, keyType);
    }
}
