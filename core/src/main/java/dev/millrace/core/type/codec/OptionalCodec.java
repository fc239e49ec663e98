package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.Optional;

/** Optional values: the tagged value, or the tag of null. */
final class OptionalCodec implements Codec {

    private final Slot slot;

    OptionalCodec(Codecs codecs) {
        slot = new Slot(codecs);
    }

    @Override
    public Class<?> valueClass() {
        return Optional.class;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public int builtInTag() {
        return 71;
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        slot.write(((Optional<?>) value).orElse(null), out, tags, depth);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return Optional.ofNullable(Slot.read(in, tags));
    }

    @Override
    public Object copy(Object value, int depth) {
        Object content = ((Optional<?>) value).orElse(null);
        Object copy = slot.copy(content, depth);
        return copy == content ? value : Optional.of(copy);
    }

    @Override
    public int hash(Object value) {
        return Mix.pair(1, slot.hash(((Optional<?>) value).orElse(null)));
    }

    @Override
    public boolean equal(Object left, Object right) {
        return slot.equal(((Optional<?>) left).orElse(null), ((Optional<?>) right).orElse(null));
    }

    @Override
    public int compare(Object left, Object right) {
        return slot.compare(((Optional<?>) left).orElse(null), ((Optional<?>) right).orElse(null));
    }
}
