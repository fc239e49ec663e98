package dev.millrace.state.heap;

import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.type.TypeSerializer;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.List;

/**
 * A store as it was at one moment: references to pages that nobody changes until this has passed them. Made by the operator's
 * thread, written by one other.
 */
final class FrozenStore implements FrozenState {

    static final int FORMAT = 1;

    private final TypeSystem types;
    private final int firstGroup;
    private final List<Space> spaces;
    private final List<Table.Frozen[]> timers;
    private final Versions.Mark mark;

    /** @param timers the tables of timers of each domain, by place of the key group */
    FrozenStore(TypeSystem types, int firstGroup, List<Space> spaces, List<Table.Frozen[]> timers, Versions.Mark mark) {
        this.types = types;
        this.firstGroup = firstGroup;
        this.spaces = spaces;
        this.timers = timers;
        this.mark = mark;
    }

    /** A key space: its states and, by place of the key group, its tables. */
    record Space(String name, boolean plain, List<Form> states, Table.Frozen[] tables) {}

    /**
     * A state, and the user's serializers for it, which are this snapshot's own copies, or null.
     */
    record Form(String name, StateKind kind, TypeSerializer<Object> serializer, TypeSerializer<Object> keySerializer) {

        static Form of(StateEntry entry) {
            StateEntry.Asked asked = entry.asked();
            return new Form(
                    entry.name(),
                    entry.kind(),
                    asked == null ? null : ownCopy(asked.values()),
                    asked == null || asked.keys() == null ? null : ownCopy(asked.keys()));
        }

        private static TypeSerializer<Object> ownCopy(Values values) {
            return values.serializer() == null ? null : values.serializer().duplicate();
        }
    }

    @Override
    public void writeTo(Sections sections) throws IOException {
        header(sections.header());
        int count = timers.get(0).length;
        BytesOutput out = new BytesOutput(1 << 12);
        for (int place = 0; place < count; place++) {
            out.reset();
            boolean empty = true;
            for (Space space : spaces) {
                empty &= new GroupWriter(types, out).space(space, space.tables[place]) == 0;
            }
            for (Table.Frozen[] ofDomain : timers) {
                empty &= new GroupWriter(types, out).timers(ofDomain[place]) == 0;
            }
            if (!empty) {
                sections.group(firstGroup + place).write(out.array(), 0, out.position());
            }
            mark.passed(firstGroup + place + 1);
        }
    }

    private void header(DataOutputView out) throws IOException {
        out.writeVarInt(FORMAT);
        out.writeVarInt(spaces.size());
        for (Space space : spaces) {
            out.writeText(space.name);
            out.writeVarInt(space.states.size());
            for (Form state : space.states) {
                out.writeText(state.name);
                out.writeByte(state.kind.ordinal());
            }
        }
    }

    @Override
    public void close() {
        mark.close();
    }
}
