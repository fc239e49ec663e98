package dev.millrace.stream.trial;

import dev.millrace.core.function.KeySelector;
import dev.millrace.core.function.OutputTag;
import dev.millrace.core.memory.Memory;
import dev.millrace.core.operator.OperatorFactory;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.type.TypeSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Runs the instances of one keyed operator, one after the other, on stores of a real backend; they can be restored. */
public final class StoreTrial<I, O> {

    private static final int GROUPS = 16;

    private final OperatorFactory<I, O> factory;
    private final KeySelector<I, ?> keys;
    private final StateBackend backend;
    private final TypeSystem types = TypeSystem.create(getClass().getClassLoader());
    private final List<OperatorTrial.Result<O>> results = new ArrayList<>();
    private final List<Object> side = new ArrayList<>();
    private final OutputTag<?> sideTag;
    private List<OperatorTrial<I, O>> instances;
    private List<KeyedStore> stores;
    private long checkpoints;
    private long dropped;

    /** A budget without an end. */
    private static final class Plenty implements Memory {

        @Override
        public boolean tryReserve(long bytes) {
            return true;
        }

        @Override
        public void reserve(long bytes) {}

        @Override
        public void release(long bytes) {}
    }

    /**
     * @param backend the name of a state backend
     * @param sideTag the side output that is kept
     */
    public StoreTrial(OperatorFactory<I, O> factory, KeySelector<I, ?> keys, String backend, OutputTag<?> sideTag)
            throws Exception {
        this.factory = factory;
        this.keys = keys;
        this.sideTag = sideTag;
        this.backend = ServiceLoader.load(StateBackend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.name().equals(backend))
                .findFirst()
                .orElseThrow();
        open(1, List.of(), Long.MIN_VALUE, 0);
    }

    private void open(int parallelism, List<StoredKeyGroups> restored, long watermark, long time) throws Exception {
        instances = new ArrayList<>();
        stores = new ArrayList<>();
        for (int instance = 0; instance < parallelism; instance++) {
            KeyGroupRange range = KeyGroupRange.of(instance, GROUPS, parallelism);
            KeyedStore store = backend.open(new StateSpec("trial", range, GROUPS, types, new Plenty(), restored));
            stores.add(store);
            instances.add(OperatorTrial.on(factory, store, keys, watermark, time));
        }
    }

    public StoreTrial<I, O> record(I value, long timestamp) throws Exception {
        int group = KeyGroupRange.groupOf(types.hash(keys.getKey(value)), GROUPS);
        instances.get(KeyGroupRange.ownerOf(group, GROUPS, instances.size())).record(value, timestamp);
        return this;
    }

    public StoreTrial<I, O> watermark(long timestamp) throws Exception {
        for (OperatorTrial<I, O> instance : instances) {
            instance.watermark(timestamp);
        }
        return this;
    }

    public StoreTrial<I, O> time(long millis) throws Exception {
        for (OperatorTrial<I, O> instance : instances) {
            instance.time(millis);
        }
        return this;
    }

    /** Takes a snapshot, throws the instances away, and goes on from it with so many. */
    public StoreTrial<I, O> restore(int parallelism) throws Exception {
        checkpoints++;
        List<StoredKeyGroups> stored = new ArrayList<>();
        for (int instance = 0; instance < instances.size(); instance++) {
            KeyGroupRange range = KeyGroupRange.of(instance, GROUPS, instances.size());
            stored.add(StoredGroups.of(stores.get(instance), range, checkpoints).toRead());
        }
        long watermark = instances.get(0).timers().currentWatermark();
        long time = instances.get(0).millis();
        gather();
        for (KeyedStore store : stores) {
            store.close();
        }
        open(parallelism, stored, watermark, time);
        return this;
    }

    /** Takes a snapshot and goes on. */
    public StoreTrial<I, O> snapshot() throws Exception {
        checkpoints++;
        for (KeyedStore store : stores) {
            store.freeze(checkpoints);
        }
        return this;
    }

    private void gather() {
        for (OperatorTrial<I, O> instance : instances) {
            results.addAll(instance.results());
            side.addAll(instance.side(sideTag));
            dropped += instance.metrics().counter("numLateRecordsDropped").getCount();
        }
    }

    /** Ends it; everything that came out can then be seen. */
    public StoreTrial<I, O> close() throws Exception {
        gather();
        for (KeyedStore store : stores) {
            store.close();
        }
        instances = List.of();
        return this;
    }

    public List<OperatorTrial.Result<O>> results() {
        return results;
    }

    public List<Object> side() {
        return side;
    }

    public long dropped() {
        return dropped;
    }
}
