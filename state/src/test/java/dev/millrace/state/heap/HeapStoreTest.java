package dev.millrace.state.heap;

import dev.millrace.core.state.StateBackend;
import dev.millrace.state.contract.KeyedStoreContract;

final class HeapStoreTest implements KeyedStoreContract {

    @Override
    public StateBackend backend() {
        return new HeapStateBackend();
    }
}
