package dev.millrace.core.state;

/**
 * Makes handles of states. A handle is made once and then always means the selected key (and namespace). Asking again
 * for a name gives the same state; asking with another kind or type is an error that names both.
 */
public interface StateHandles {

    <T> ValueState<T> value(ValueStateDescriptor<T> descriptor);

    <T> ListState<T> list(ListStateDescriptor<T> descriptor);

    <K, V> MapState<K, V> map(MapStateDescriptor<K, V> descriptor);

    <T> ReducingState<T> reducing(ReducingStateDescriptor<T> descriptor);

    <I, A, O> AggregatingState<I, O> aggregating(AggregatingStateDescriptor<I, A, O> descriptor);

    /** A long per key, without a box. */
    LongCell longCell(String name);

    /** A double per key, without a box. */
    DoubleCell doubleCell(String name);
}
