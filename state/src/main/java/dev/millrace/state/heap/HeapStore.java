package dev.millrace.state.heap;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The keyed state and timers of one operator instance, in tables on the heap. */
final class HeapStore implements KeyedStore {

    private final StateSpec spec;
    private final Versions versions;
    private final Exposures exposures = new Exposures();
    private final Spaces spaces;
    private final HeapState state;

    /** By the place of their domain. */
    private final List<HeapTimers> timers = new ArrayList<>();

    HeapStore(StateSpec spec) throws IOException {
        this.spec = spec;
        this.versions = new Versions(spec.memory());
        Selection selection = new Selection(spec.operator());
        GroupLookup groups = new GroupLookup(spec.operator(), spec.keyGroups(), spec.maxParallelism());
        Values identities = Values.identities(spec.types(), exposures);
        this.spaces = new Spaces(selection, groups, spec.types(), versions, identities);
        this.state =
                new HeapState(spec.types(), selection, spaces, new Handles.Makers(spec.types(), exposures), groups);
        for (Timer.Domain domain : Timer.Domain.values()) {
            timers.add(new HeapTimers(domain, selection, groups, spec.types(), versions, identities));
        }
        for (StoredKeyGroups part : spec.restored()) {
            restore(part);
        }
    }

    private void restore(StoredKeyGroups part) throws IOException {
        GroupReader reader = new GroupReader(spec.operator(), part.header(), spaces, timers, spec.types());
        KeyGroupRange owned = spec.keyGroups();
        for (int group = owned.first(); group <= owned.last(); group++) {
            DataInputView section = part.keyGroups().contains(group) ? part.group(group) : null;
            if (section != null) {
                reader.read(section, group - owned.first());
            }
        }
    }

    @Override
    public KeyedState state() {
        return state;
    }

    @Override
    public long rows() {
        long rows = 0;
        for (KeySpace space : spaces.all()) {
            for (int place = 0; place < space.groupCount(); place++) {
                rows += space.table(place).size();
            }
        }
        return rows;
    }

    @Override
    public TimerTable timers(Timer.Domain domain) {
        return timers.get(domain.ordinal());
    }

    @Override
    public void forget(Object key) {
        state.unselect();
        int hash = spec.types().hash(key);
        for (KeySpace space : spaces.all()) {
            space.forget(key, hash);
        }
    }

    @Override
    public FrozenState freeze(long checkpointId) {
        exposures.takeBack();
        Versions.Mark mark = versions.freeze();
        List<FrozenStore.Space> frozen = new ArrayList<>();
        for (KeySpace space : spaces.all()) {
            List<FrozenStore.Form> forms =
                    space.states().stream().map(FrozenStore.Form::of).toList();
            Table.Frozen[] tables = new Table.Frozen[space.groupCount()];
            for (int place = 0; place < tables.length; place++) {
                tables[place] = space.table(place).freeze();
            }
            frozen.add(new FrozenStore.Space(space.name(), space.plain(), forms, tables));
        }
        List<Table.Frozen[]> frozenTimers = new ArrayList<>();
        for (HeapTimers ofDomain : timers) {
            Table.Frozen[] tables = new Table.Frozen[spec.keyGroups().size()];
            for (int place = 0; place < tables.length; place++) {
                tables[place] = ofDomain.table(place).freeze();
            }
            frozenTimers.add(tables);
        }
        return new FrozenStore(spec.types(), spec.keyGroups().first(), frozen, frozenTimers, mark);
    }

    @Override
    public void close() {
        versions.close();
    }
}
