package dev.millrace.state.snapshot;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.operator.SnapshotReader;
import dev.millrace.core.operator.SnapshotWriter;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lists of an operator, dealt out for one instance. Used by the thread that restores the operator. */
public final class OperatorListsReader implements SnapshotReader {

    private final long checkpointId;
    private final Deal deal;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    /**
     * How lists are dealt out.
     *
     * @param instance the instance that reads
     * @param parallelism the number of instances now
     * @param own the place among the parts of the one that this instance keeps as it is (there may be no part in that
     *     place), or -1 when items are dealt anew
     */
    record Deal(int instance, int parallelism, int own) {}

    /** The lists of one earlier instance. */
    private record Part(Schemas schemas, Map<String, Encoded> lists) {}

    private record Encoded(ListKind kind, int items, byte[] bytes) {}

    OperatorListsReader(long checkpointId, Deal deal) {
        this.checkpointId = checkpointId;
        this.deal = deal;
    }

    /** Adds what {@link OperatorListsWriter#writeTo} wrote in the next earlier instance; null when it wrote nothing. */
    void add(BytesInput section, TypeSystem types) throws IOException {
        if (section == null) {
            parts.add(new Part(types.newSchemas(), Map.of()));
            return;
        }
        Schemas schemas = types.readSchemas(section);
        Map<String, Encoded> lists = new LinkedHashMap<>();
        for (int left = section.readVarInt(); left > 0; left--) {
            String name = section.readText();
            ListKind kind = ListKind.values()[section.readByte()];
            int items = section.readVarInt();
            byte[] bytes = new byte[section.readVarInt()];
            section.readFully(bytes);
            lists.put(name, new Encoded(kind, items, bytes));
        }
        names.addAll(lists.keySet());
        parts.add(new Part(schemas, lists));
    }

    @Override
    public long checkpointId() {
        return checkpointId;
    }

    @Override
    public Set<String> names() {
        return names;
    }

    @Override
    @SuppressWarnings("unchecked") // whoever wrote the items under this name knows their type
    public <T> List<T> items(String name) throws IOException {
        List<T> dealt = new ArrayList<>();
        int broadcastFrom = holderFor(name);
        int turn = 0;
        for (int place = 0; place < parts.size(); place++) {
            Part part = parts.get(place);
            Encoded list = part.lists.get(name);
            if (list == null || !concerns(list.kind, place, broadcastFrom)) {
                continue;
            }
            boolean dealtAnew = list.kind == ListKind.LIST && deal.own < 0;
            BytesInput in = new BytesInput(list.bytes);
            for (int i = 0; i < list.items; i++) {
                Object item = part.schemas.read(in);
                if (!dealtAnew || turn++ % deal.parallelism == deal.instance) {
                    dealt.add((T) item);
                }
            }
        }
        return dealt;
    }

    @Override
    public void copy(String name, SnapshotWriter to) throws IOException {
        List<Object> items = items(name);
        switch (kindOf(name)) {
            case LIST -> to.list(name, items);
            case UNION -> to.union(name, items);
            case BROADCAST -> to.broadcast(name, items);
        }
    }

    private ListKind kindOf(String name) {
        for (Part part : parts) {
            Encoded list = part.lists.get(name);
            if (list != null) {
                return list.kind;
            }
        }
        throw new IllegalArgumentException("there is no list '" + name + "'; there are " + names);
    }

    private boolean concerns(ListKind kind, int place, int broadcastFrom) {
        return switch (kind) {
            case LIST -> deal.own < 0 || deal.own == place;
            case UNION -> true;
            case BROADCAST -> place == broadcastFrom;
        };
    }

    /** The part whose copy of a broadcast list this instance takes: its own, else one of those that have it. */
    private int holderFor(String name) {
        List<Integer> holders = new ArrayList<>();
        for (int place = 0; place < parts.size(); place++) {
            if (parts.get(place).lists.containsKey(name)) {
                holders.add(place);
            }
        }
        if (holders.isEmpty() || holders.contains(deal.own)) {
            return deal.own;
        }
        return holders.get(deal.instance % holders.size());
    }
}
