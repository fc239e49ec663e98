package dev.millrace.state.naive;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import dev.millrace.core.state.KeyedState;
import dev.millrace.core.state.KeyedStore;
import dev.millrace.core.state.StateSpec;
import dev.millrace.core.state.StoredKeyGroups;
import dev.millrace.core.state.TimerTable;
import dev.millrace.core.time.Timer;
import dev.millrace.core.type.TypeInformation;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All values encoded in one sorted map. */
final class NaiveStore implements KeyedStore {

    private final StateSpec spec;
    private final NaiveState state = new NaiveState(this);
    private final SortedMap<String, Definition> definitions = new TreeMap<>();
    private final SortedMap<Address, List<byte[]>> values = new TreeMap<>();
    private final List<NaiveTimers> timers = new ArrayList<>();

    NaiveStore(StateSpec spec) throws IOException {
        this.spec = spec;
        for (Timer.Domain domain : Timer.Domain.values()) {
            timers.add(new NaiveTimers(domain, this));
        }
        for (StoredKeyGroups part : spec.restored()) {
            restore(part);
        }
    }

    TypeSystem types() {
        return spec.types();
    }

    SortedMap<Address, List<byte[]>> values() {
        return values;
    }

    Address address(String space, String name, Object namespace) {
        if (!space.isEmpty() && namespace == null) {
            throw new IllegalStateException("no namespace of '" + space + "' is selected; call use(namespace) first");
        }
        int group = KeyGroupRange.groupOf(types().hash(state.key()), spec.maxParallelism());
        byte[] ofNamespace = space.isEmpty() ? new byte[0] : Coding.key(types(), namespace);
        return new Address(group, space, name, Coding.key(types(), state.key()), ofNamespace);
    }

    Definition definition(String fullName, String kind, TypeInformation<?> type) {
        Definition known = definitions.computeIfAbsent(fullName, name -> new Definition(kind, type, null, null, null));
        boolean otherType =
                known.type() != null && type != null && !known.type().equals(type);
        if (!known.kind().equals(kind) || otherType) {
            throw new IllegalStateException("State '" + fullName + "' of operator '" + spec.operator() + "' is "
                    + known.kind() + " of " + known.type() + " and is asked for as " + kind + " of " + type
                    + "; give each state a name of its own");
        }
        return known;
    }

    void define(String fullName, Definition definition) {
        definitions.put(fullName, definition);
    }

    private void restore(StoredKeyGroups part) throws IOException {
        SortedMap<String, Definition> stored = new TreeMap<>();
        DataInputView header = part.header();
        int format = header.readVarInt();
        if (format != NaiveFrozen.FORMAT) {
            throw new IOException("The keyed state of operator '" + spec.operator() + "' has format " + format
                    + ", and the state backend 'naive' reads format " + NaiveFrozen.FORMAT
                    + "; restore it with the state backend that wrote it");
        }
        for (int left = header.readVarInt(); left > 0; left--) {
            String name = header.readText();
            String kind = header.readText();
            Coding of = header.readBoolean() ? Coding.of(types().readSchemas(header)) : null;
            Coding ofKeys = header.readBoolean() ? Coding.of(types().readSchemas(header)) : null;
            stored.put(name, new Definition(kind, null, of, ofKeys, null));
            Definition known = definition(name, kind, null);
            define(name, new Definition(kind, null, fresh(of, known.values()), fresh(ofKeys, known.keys()), null));
        }
        for (int group = spec.keyGroups().first(); group <= spec.keyGroups().last(); group++) {
            DataInputView section = part.keyGroups().contains(group) ? part.group(group) : null;
            if (section != null) {
                restore(group, section, stored);
            }
        }
    }

    private Coding fresh(Coding stored, Coding known) {
        return stored == null || known != null ? known : Coding.of(types().newSchemas());
    }

    private void restore(int group, DataInputView in, SortedMap<String, Definition> stored) throws IOException {
        for (int left = in.readVarInt(); left > 0; left--) {
            Address address = new Address(group, in.readText(), in.readText(), bytes(in), bytes(in));
            String fullName = address.space() + "/" + address.state();
            Definition then = stored.get(fullName);
            Definition now = definitions.get(fullName);
            List<byte[]> parts = new ArrayList<>();
            int count = in.readVarInt();
            for (int i = 0; i < count; i++) {
                boolean key = then.kind().equals("MAP") && i % 2 == 0;
                Coding from = key ? then.keys() : then.values();
                Coding to = key ? now.keys() : now.values();
                byte[] encoded = bytes(in);
                parts.add(from == null ? encoded : to.encode(from.decode(encoded)));
            }
            values.put(address, List.copyOf(parts));
        }
        for (NaiveTimers ofDomain : timers) {
            for (int left = in.readVarInt(); left > 0; left--) {
                ofDomain.entries().add(new NaiveTimers.Entry(in.readLong(), in.readInt(), bytes(in), bytes(in)));
            }
        }
    }

    private static byte[] bytes(DataInputView in) throws IOException {
        byte[] bytes = new byte[in.readVarInt()];
        in.readFully(bytes);
        return bytes;
    }

    @Override
    public KeyedState state() {
        return state;
    }

    @Override
    public long rows() {
        return values.keySet().stream()
                .map(address -> new Address(address.group(), address.space(), "", address.key(), address.namespace()))
                .distinct()
                .count();
    }

    @Override
    public TimerTable timers(Timer.Domain domain) {
        return timers.get(domain.ordinal());
    }

    @Override
    public void forget(Object key) {
        state.unselect();
        byte[] coded = Coding.key(types(), key);
        values.keySet().removeIf(address -> Arrays.equals(address.key(), coded));
    }

    @Override
    public FrozenState freeze(long checkpointId) {
        List<NaiveFrozen.State> states = new ArrayList<>();
        definitions.forEach((name, definition) -> states.add(new NaiveFrozen.State(
                name, definition.kind(), schemas(definition.values()), schemas(definition.keys()))));
        List<List<NaiveTimers.Entry>> entries = new ArrayList<>();
        timers.forEach(ofDomain -> entries.add(List.copyOf(ofDomain.entries())));
        return new NaiveFrozen(spec.keyGroups(), spec.maxParallelism(), states, new TreeMap<>(values), entries);
    }

    /** The schemas as they are now: more come with values of further classes. */
    private static byte[] schemas(Coding coding) {
        if (coding == null || coding.schemas() == null) {
            return null;
        }
        BytesOutput out = new BytesOutput();
        try {
            coding.schemas().writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        values.clear();
    }
}
