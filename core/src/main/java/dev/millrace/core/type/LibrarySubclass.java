package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.type.codec.Codec;
import dev.millrace.core.type.codec.CodecException;
import dev.millrace.core.type.codec.Codecs;
import dev.millrace.core.type.codec.Tags;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.Map;

/**
 * A user's collection or map that extends one of the library, has no fields of its own and a constructor without
 * arguments: its content is written as that of the library's class.
 */
final class LibrarySubclass implements Codec {

    private final Class<?> valueClass;
    private final Codec content;
    private final Constructor<?> constructor;

    LibrarySubclass(Class<?> valueClass, Codecs codecs) {
        this.valueClass = valueClass;
        content = codecs.codec(ObjectFields.librarySuperclass(valueClass));
        try {
            constructor = valueClass.getDeclaredConstructor();
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new CodecException(valueClass.getName() + " has no constructor without arguments", e);
        }
    }

    static boolean supports(Class<?> valueClass) {
        boolean container = Collection.class.isAssignableFrom(valueClass) || Map.class.isAssignableFrom(valueClass);
        if (!container || !ObjectFields.of(valueClass).isEmpty()) {
            return false;
        }
        try {
            valueClass.getDeclaredConstructor();
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    @Override
    public Class<?> valueClass() {
        return valueClass;
    }

    @Override
    public boolean immutable() {
        return false;
    }

    @Override
    public String noKey() {
        return content.noKey();
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        content.write(value, out, tags, depth);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return filled(content.read(in, tags));
    }

    @Override
    public Object copy(Object value, int depth) {
        return filled(content.copy(value, depth));
    }

    @SuppressWarnings("unchecked")
    private Object filled(Object values) {
        Object made;
        try {
            made = constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new CodecException("the constructor of " + valueClass.getName() + " failed: " + e, e);
        }
        if (made instanceof Map<?, ?> map) {
            map.clear();
            ((Map<Object, Object>) map).putAll((Map<Object, Object>) values);
        } else {
            ((Collection<Object>) made).clear();
            ((Collection<Object>) made).addAll((Collection<Object>) values);
        }
        return made;
    }

    @Override
    public int hash(Object value) {
        return content.hash(value);
    }

    @Override
    public boolean equal(Object left, Object right) {
        return content.equal(left, right);
    }
}
