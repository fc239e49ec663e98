package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.AggregateFunction;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.lang.reflect.Type;
import java.util.Objects;

/** Describes one accumulator per key to which values are added. */
@ModelApi
public final class AggregatingStateDescriptor<IN, ACC, OUT> extends StateDescriptor<AggregatingState<IN, OUT>, ACC> {

    private final AggregateFunction<IN, ACC, OUT> aggregate;

    /** A state whose accumulators tell their type. */
    public AggregatingStateDescriptor(String name, AggregateFunction<IN, ACC, OUT> aggregate) {
        this(name, aggregate, (TypeInformation<ACC>) null);
    }

    public AggregatingStateDescriptor(
            String name, AggregateFunction<IN, ACC, OUT> aggregate, Class<ACC> accumulatorType) {
        this(name, aggregate, TypeInformation.of(accumulatorType));
    }

    public AggregatingStateDescriptor(
            String name, AggregateFunction<IN, ACC, OUT> aggregate, TypeInformation<ACC> accumulatorType) {
        super(name, accumulatorType, null);
        this.aggregate = Objects.requireNonNull(aggregate, "aggregate");
    }

    public AggregatingStateDescriptor(
            String name, AggregateFunction<IN, ACC, OUT> aggregate, TypeHint<ACC> accumulatorType) {
        this(name, aggregate, accumulatorType.getTypeInfo());
    }

    public AggregatingStateDescriptor(
            String name, AggregateFunction<IN, ACC, OUT> aggregate, TypeSerializer<ACC> serializer) {
        this(name, aggregate, new SerializerTypeInfo<>(serializer));
    }

    public AggregateFunction<IN, ACC, OUT> getAggregateFunction() {
        return aggregate;
    }

    @Override
    public Type getType() {
        return Type.AGGREGATING;
    }
}
