package dev.millrace.core.state;

import dev.millrace.core.ModelApi;
import java.util.Set;

/** State that belongs to an operator instance and not to a key. */
@ModelApi
public interface OperatorStateStore {

    /** A list that is dealt out round robin when the parallelism changes. */
    <S> ListState<S> getListState(ListStateDescriptor<S> descriptor) throws Exception;

    /** A list of which every instance gets all items of all instances at restore. */
    <S> ListState<S> getUnionListState(ListStateDescriptor<S> descriptor) throws Exception;

    /** A map that is the same in every instance. */
    <K, V> BroadcastState<K, V> getBroadcastState(MapStateDescriptor<K, V> descriptor) throws Exception;

    /** The names of the lists that exist, restored ones included. */
    Set<String> getRegisteredStateNames();

    /** The names of the broadcast maps that exist, restored ones included. */
    Set<String> getRegisteredBroadcastStateNames();
}
