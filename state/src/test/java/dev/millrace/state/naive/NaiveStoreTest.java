package dev.millrace.state.naive;

import dev.millrace.core.state.StateBackend;
import dev.millrace.state.contract.KeyedStoreContract;

final class NaiveStoreTest implements KeyedStoreContract {

    @Override
    public StateBackend backend() {
        return new NaiveStateBackend();
    }
}
