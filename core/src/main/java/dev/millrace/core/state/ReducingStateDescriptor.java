package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.function.ReduceFunction;
import dev.millrace.core.type.TypeHint;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSerializer;
import java.lang.reflect.Type;
import java.util.Objects;

/** Describes one value per key into which others are reduced. */
@ModelApi
public final class ReducingStateDescriptor<T> extends StateDescriptor<ReducingState<T>, T> {

    private final ReduceFunction<T> reduce;

    /** A state whose values tell their type. */
    public ReducingStateDescriptor(String name, ReduceFunction<T> reduce) {
        this(name, reduce, (TypeInformation<T>) null);
    }

    public ReducingStateDescriptor(String name, ReduceFunction<T> reduce, Class<T> type) {
        this(name, reduce, TypeInformation.of(type));
    }

    public ReducingStateDescriptor(String name, ReduceFunction<T> reduce, TypeInformation<T> type) {
        super(name, type, null);
        this.reduce = Objects.requireNonNull(reduce, "reduce");
    }

    public ReducingStateDescriptor(String name, ReduceFunction<T> reduce, TypeHint<T> type) {
        this(name, reduce, type.getTypeInfo());
    }

    public ReducingStateDescriptor(String name, ReduceFunction<T> reduce, TypeSerializer<T> serializer) {
        this(name, reduce, new SerializerTypeInfo<>(serializer));
    }

    public ReduceFunction<T> getReduceFunction() {
        return reduce;
    }

    @Override
    public Type getType() {
        return Type.REDUCING;
    }
}
