package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.BuiltIns;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.Tags;
import dev.millrace.core.type.generate.ObjectCodec;
import java.io.IOException;

/** Tags that need no list: a class that is not built in is named in full. */
final class NamedTags implements Tags {

    private final JobTypes types;
    private final boolean canonical;

    /** {@code canonical}: classes whose values can be equal to each other share a tag. */
    NamedTags(JobTypes types, boolean canonical) {
        this.types = types;
        this.canonical = canonical;
    }

    @Override
    public void writeTag(Codec codec, DataOutputView out) throws IOException {
        int tag = canonical ? codec.canonicalTag() : codec.builtInTag();
        if (tag == 0) {
            out.writeByte(BuiltIns.FIRST_LISTED);
            out.writeText(codec.valueClass().getName());
            return;
        }
        out.writeByte(tag);
        if (tag == BuiltIns.TUPLE) {
            out.writeByte(((ObjectCodec) codec).plan().fields().size());
        }
    }

    @Override
    public Codec readTag(DataInputView in) throws IOException {
        int tag = in.readByte();
        if (tag == 0) {
            return null;
        }
        return tag == BuiltIns.FIRST_LISTED ? types.of(in.readText()) : types.byTag(tag, in);
    }

    @Override
    public boolean canonical() {
        return canonical;
    }
}
