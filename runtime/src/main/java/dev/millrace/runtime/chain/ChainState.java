package dev.millrace.runtime.chain;

import dev.millrace.core.element.Barrier;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.plan.OperatorNode;
import dev.millrace.core.plan.Vertex;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateBackend;
import dev.millrace.core.state.StateSpec;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.state.snapshot.OperatorListsWriter;
import dev.millrace.state.snapshot.RestoredTask;
import dev.millrace.state.snapshot.TaskSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Opens the operators of a chain with their state, and takes their snapshots. Owned by the task's thread. */
public final class ChainState {
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
     */
    public void open(RestoredTask restored) {
        List<OperatorLink> links = chain.links();
        for (int place = links.size() - 1; place >= 0; place--) {
            OperatorLink link = links.get(place);
            try {
                open(link, restored);
            } catch (Throwable failure) {
                throw OperatorFailure.in(link.node().name(), failure);
            }
        }
    }

    private void open(OperatorLink link, RestoredTask restored) throws Exception {
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
        LinkState before = restored == null ? null : linkState(restored, id);
        if (before != null) {
            link.restore(before);
        }
        SnapshotReader lists = restored == null ? null : restored.lists(id);
        if (lists != null) {
            link.operator().restore(lists);
        }
        link.open(new LinkContext(
                services, link.node().name(), store == null ? null : store.state(), timers, link::eventTime));
    }

    private LinkState linkState(RestoredTask restored, String operator) throws IOException {
        String id = TaskSnapshot.link(operator);
        SnapshotReader reader = restored.lists(id);
        boolean same = deployment.restore().operators().stream()
                .anyMatch(part -> part.operator().equals(id) && part.own() >= 0);
        return reader == null ? null : LinkState.read(reader, same);
    }

    /** The event time that had come to the operators at the inputs, in whichever tasks they were. */
    public long inputWatermark(RestoredTask restored) throws IOException {
        long lowest = Long.MAX_VALUE;
        for (OperatorLink link : chain.links()) {
            if (link.node().upstream() == OperatorNode.INPUTS) {
                LinkState before = linkState(restored, link.node().id());
                lowest = Math.min(lowest, before == null ? Long.MIN_VALUE : before.given());
            }
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

    /**
     * Takes the state of all operators as it is now; when one fails, what was taken is released.
     *
     * @param ended whether the operators have finished
     */
    public List<FrozenOperator> freeze(Barrier barrier, boolean ended) throws Exception {
        List<FrozenOperator> frozen = new ArrayList<>();
        try {
            for (OperatorLink link : chain.links()) {
                OperatorListsWriter lists = new OperatorListsWriter(deployment.types(), barrier.timestampMillis());
                link.life().snapshot(barrier.checkpointId(), lists);
                boolean isOver = deployment.settings().batch(); // the only checkpoint comes when keys are done with
                FrozenState keyed = isOver ? null : link.freeze(barrier.checkpointId());
                frozen.add(new FrozenOperator(link.node().id(), keyGroups, keyed, lists));
                OperatorListsWriter place = new OperatorListsWriter(deployment.types(), barrier.timestampMillis());
                link.state(ended).write(place);
                frozen.add(new FrozenOperator(TaskSnapshot.link(link.node().id()), null, null, place));
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
}
