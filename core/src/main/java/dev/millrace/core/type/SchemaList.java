package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Slot;
import dev.millrace.core.type.codec.Tags;
import dev.millrace.core.type.generate.ObjectCodec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A list of schemas as tags. Additions hold a lock and replace the array of entries; everything else only reads it. The tag
 * given last is remembered; threads race for that memory without harm.
 */
final class SchemaList implements Schemas, Tags {

    private static final int SCHEMAS_MAX = 1 << 20;

    private final JobTypes types;
    private final Slot slot;
    private final Map<Codec, Integer> tags = new ConcurrentHashMap<>();
    private volatile Entry[] entries = {};
    private Given last = new Given(null, 0);

    SchemaList(JobTypes types) {
        this.types = types;
        slot = new Slot(types);
    }

    private record Given(Codec codec, int tag) {}

    /** One schema; its reader is made when it is first needed, because the class may be gone and never needed. */
    private static final class Entry {
        private final Schema schema;
        private volatile Codec reader;

        private Entry(Schema schema, Codec reader) {
            this.schema = schema;
            this.reader = reader;
        }
    }

    @Override
    public void write(Object value, DataOutputView out) throws IOException {
        try {
            slot.write(value, out, this, 0);
        } catch (CodecException e) {
            throw types.explained(value, e);
        }
    }

    @Override
    public Object read(DataInputView in) throws IOException {
        try {
            Object value = Slot.read(in, this);
            if (value instanceof Lost lost) {
                throw new CodecException(
                        "there is no class " + lost.className() + " any more; it had " + lost.fields());
            }
            return value;
        } catch (RuntimeException e) {
            throw JobTypes.unreadable("A value", e);
        }
    }

    @Override
    public void writeTag(Codec codec, DataOutputView out) throws IOException {
        int tag = codec.builtInTag();
        if (tag == 0) {
            Given given = last;
            out.writeVarInt(given.codec == codec ? given.tag : tagOf(codec));
            return;
        }
        out.writeByte(tag);
        if (tag == BuiltIns.TUPLE) {
            out.writeByte(((ObjectCodec) codec).plan().fields().size());
        }
    }

    private int tagOf(Codec codec) {
        Integer tag = tags.get(codec);
        Given given = new Given(codec, tag != null ? tag : add(codec));
        last = given;
        return given.tag;
    }

    private synchronized int add(Codec codec) {
        Schema schema = SchemaOf.codec(codec);
        Entry[] known = entries;
        int at = 0;
        while (at < known.length && !known[at].schema.equals(schema)) {
            at++;
        }
        if (at == known.length) {
            append(new Entry(schema, codec));
        }
        tags.put(codec, BuiltIns.FIRST_LISTED + at);
        return BuiltIns.FIRST_LISTED + at;
    }

    private void append(Entry entry) {
        Entry[] more = Arrays.copyOf(entries, entries.length + 1);
        more[entries.length] = entry;
        entries = more;
    }

    @Override
    public Codec readTag(DataInputView in) throws IOException {
        int tag = in.readVarInt();
        if (tag == 0) {
            return null;
        }
        if (tag > 0 && tag < BuiltIns.FIRST_LISTED) {
            return types.byTag(tag, in);
        }
        Entry[] known = entries;
        int at = tag - BuiltIns.FIRST_LISTED;
        if (at < 0 || at >= known.length) {
            throw new IOException("No schema has the tag " + tag + ", there are " + known.length
                    + ": the data is damaged, belongs to another list, or is not read from a value's start");
        }
        Entry entry = known[at];
        Codec reader = entry.reader;
        if (reader == null) {
            reader = new SchemaReaders(types).reader(entry.schema);
            entry.reader = reader;
        }
        return reader;
    }

    @Override
    public boolean canonical() {
        return false;
    }

    @Override
    public List<Schema> list() {
        List<Schema> list = new ArrayList<>();
        for (Entry entry : entries) {
            list.add(entry.schema);
        }
        return list;
    }

    @Override
    public int size() {
        return entries.length;
    }

    @Override
    public void writeTo(DataOutputView out) throws IOException {
        writeFrom(0, out);
    }

    @Override
    public void writeFrom(int first, DataOutputView out) throws IOException {
        Entry[] known = entries;
        out.writeVarInt(known.length - first);
        for (int i = first; i < known.length; i++) {
            known[i].schema.writeTo(out);
        }
    }

    @Override
    public synchronized void readMore(DataInputView in) throws IOException {
        int count = in.readVarInt();
        if (count < 0 || count > SCHEMAS_MAX) {
            throw new IOException("A list of " + count + " schemas: the data is damaged");
        }
        for (int i = 0; i < count; i++) {
            append(new Entry(Schema.readFrom(in), null));
        }
    }

    @Override
    public String toString() {
        return list().toString();
    }
}
