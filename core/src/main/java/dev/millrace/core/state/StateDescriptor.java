package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import dev.millrace.core.type.TypeInformation;
import java.io.Serializable;
import java.util.Objects;

/**
 * Names a state and says of what type its values are. The type may be left out: the values then tell it.
 *
 * @param <S> the kind of state
 * @param <T> the values
 */
@ModelApi
public abstract sealed class StateDescriptor<S extends State, T> implements Serializable
        permits ValueStateDescriptor,
                ListStateDescriptor,
                MapStateDescriptor,
                ReducingStateDescriptor,
                AggregatingStateDescriptor {

    /** The kinds of state. */
    public enum Type {
        VALUE,
        LIST,
        REDUCING,
        AGGREGATING,
        MAP
    }

    private final String name;
    private final TypeInformation<T> type;
    private final T defaultValue;
    private StateTtlConfig ttl = StateTtlConfig.DISABLED;

    StateDescriptor(String name, TypeInformation<T> type, T defaultValue) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("a state needs a name that is not empty");
        }
        this.name = name;
        this.type = type;
        this.defaultValue = defaultValue;
    }

    /** The name, unique within its operator. */
    public String getName() {
        return name;
    }

    /** What an empty value state answers; null unless it was given. */
    public T getDefaultValue() {
        return defaultValue;
    }

    /** The explicit type of the values, or null when the values tell it. */
    public TypeInformation<T> getTypeInformation() {
        return type;
    }

    /** Lets values live for a time only. To be called before the state is asked for. */
    public void enableTimeToLive(StateTtlConfig ttlConfig) {
        ttl = Objects.requireNonNull(ttlConfig, "ttlConfig");
    }

    /** How long values live. */
    public StateTtlConfig getTtlConfig() {
        return ttl;
    }

    public abstract Type getType();

    @Override
    public final boolean equals(Object other) {
        return other instanceof StateDescriptor<?, ?> that && that.getType() == getType() && that.name.equals(name);
    }

    @Override
    public final int hashCode() {
        return name.hashCode() + 31 * getType().ordinal();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(" + name + (type == null ? "" : ": " + type) + ")";
    }
}
