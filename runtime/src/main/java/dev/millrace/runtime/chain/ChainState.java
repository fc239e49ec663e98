package dev.millrace.runtime.chain;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.state.snapshot.OperatorListsWriter;
import dev.millrace.state.snapshot.RestoredTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Opens the operators of a chain with their state, and takes their snapshots. Owned by the task's thread. */
public final class ChainState {
    private static final String WATERMARKS = "watermarks/";

    private final Chain chain;
    private final ChainServices services;
    private final TaskDeployment deployment;
    private final KeyGroupRange keyGroups;

    public ChainState(Chain chain, ChainServices services) {
        this.chain = chain;
        this.services = services;
        this.deployment = services.deployment();
        Vertex vertex = deployment.vertex();
        this.keyGroups = KeyGroupRange.of(deployment.id().instance(), vertex.maxParallelism(), vertex.parallelism());
    }

    /**
     * Restores and opens all operators, from the last to the first.
     *
     * @param restored what to go on from, or null for a fresh start
     * @param ofTask the lists of the task itself, or null
     */
    public void open(RestoredTask restored, SnapshotReader ofTask) {
        List<OperatorLink> links = chain.links();
        for (int place = links.size() - 1; place >= 0; place--) {
            OperatorLink link = links.get(place);
            try {
                open(link, restored, ofTask);
            } catch (Throwable failure) {
                throw OperatorFailure.in(link.node().name(), failure);
            }
        }
    }

    private void open(OperatorLink link, RestoredTask restored, SnapshotReader ofTask) throws Exception {
        KeyedStore store = null;
        LinkTimers timers = null;
        String id = link.node().id();
        if (link.node().keys().stream().anyMatch(key -> key != null)) {
            store = backend()
                    .open(new StateSpec(
                            link.node().name(),
                            keyGroups,
                            deployment.vertex().maxParallelism(),
                            deployment.types(),
                            services.host().memory(),
                            restored == null ? List.of() : restored.keyed(id)));
            timers = new LinkTimers(
                    store,
                    link.operator(),
                    link.node(),
                    services.alarms(),
                    services.host().clock());
            store.state().usedBy(link.operator().getClass());
            link.use(store, timers);
        }
        if (ofTask != null) {
            List<Long> watermarks = ofTask.items(WATERMARKS + id);
            if (!watermarks.isEmpty()) {
                link.restoreWatermarks(lowest(watermarks, 0), lowest(watermarks, 1));
            }
        }
        SnapshotReader lists = restored == null ? null : restored.lists(id);
        if (lists != null) {
            link.operator().restore(lists);
        }
        link.open(new LinkContext(
                services, link.node().name(), store == null ? null : store.state(), timers, link::eventTime));
    }

    /** Of pairs, written by each earlier instance, the lowest at a place of the pair. */
    private static long lowest(List<Long> pairs, int place) {
        long lowest = Long.MAX_VALUE;
        for (int i = place; i < pairs.size(); i += 2) {
            lowest = Math.min(lowest, pairs.get(i));
        }
        return lowest;
    }

    private StateBackend backend() {
        String name = deployment.settings().stateBackend();
        List<String> known = new ArrayList<>();
        for (StateBackend backend : ServiceLoader.load(StateBackend.class, StateBackend.class.getClassLoader())) {
            if (backend.name().equals(name)) {
                return backend;
            }
            known.add(backend.name());
        }
        throw new IllegalStateException("there is no state backend '" + name + "'; choose one of " + known);
    }

    /** Takes the state of all operators as it is now; when one fails, what was taken is released. */
    public List<FrozenOperator> freeze(Barrier barrier) throws Exception {
        List<FrozenOperator> frozen = new ArrayList<>();
        try {
            for (OperatorLink link : chain.links()) {
                OperatorListsWriter lists = new OperatorListsWriter(deployment.types(), barrier.timestampMillis());
                link.writeLists(barrier.checkpointId(), lists);
                boolean isOver = deployment.settings().batch(); // the only checkpoint comes when keys are done with
                FrozenState keyed = isOver ? null : link.freeze(barrier.checkpointId());
                frozen.add(new FrozenOperator(link.node().id(), keyGroups, keyed, lists));
            }
        } catch (Throwable failure) {
            release(frozen);
            throw failure;
        }
        return frozen;
    }

    /** Releases what was taken. */
    public static void release(List<FrozenOperator> frozen) {
        for (FrozenOperator operator : frozen) {
            if (operator.keyed() != null) {
                operator.keyed().close();
            }
        }
    }

    /** Writes the event times of the operators to the lists of the task. */
    public void writeWatermarks(SnapshotWriter ofTask) throws IOException {
        for (OperatorLink link : chain.links()) {
            ofTask.union(
                    WATERMARKS + link.node().id(),
                    List.of(link.watermark(), link.output().forwarded()));
        }
    }
}
