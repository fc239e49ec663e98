package dev.millrace.core.type.codec;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;

/** Values that go through Java serialization: throwables, and what the user allowed. */
public final class JavaCodec implements Codec {

    private final Class<?> valueClass;
    private final Codecs codecs;

    public JavaCodec(Class<?> valueClass, Codecs codecs) {
        this.valueClass = valueClass;
        this.codecs = codecs;
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
        return noKey("it goes through Java serialization, and nothing says how it hashes");
    }

    @Override
    public void write(Object value, DataOutputView out, Tags tags, int depth) throws IOException {
        byte[] bytes = toBytes(value);
        out.writeVarInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public Object read(DataInputView in, Tags tags) throws IOException {
        return fromBytes(Lengths.readArray(
                in,
                byte.class,
                (byte[] bytes, int from, int to, DataInputView source) -> source.readFully(bytes, from, to - from)));
    }

    @Override
    public Object copy(Object value, int depth) {
        try {
            return fromBytes(toBytes(value));
        } catch (IOException e) {
            throw new CodecException(
                    valueClass.getName() + " cannot be copied by Java serialization: " + e.getMessage(), e);
        }
    }

    @Override
    public int hash(Object value) {
        throw new CodecException(noKey());
    }

    private byte[] toBytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (java.io.NotSerializableException e) {
            throw new CodecException(
                    valueClass.getName() + " holds a " + e.getMessage() + ", which is not Serializable", e);
        }
        return bytes.toByteArray();
    }

    private Object fromBytes(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new UserObjects(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new CodecException("no class " + e.getMessage() + " for a value written by Java serialization", e);
        } catch (IOException e) {
            throw new IOException(
                    bytes.length + " bytes are no value of " + valueClass.getName() + " in Java serialization: " + e,
                    e);
        }
    }

    /** Resolves classes with the job's class loader. */
    private final class UserObjects extends ObjectInputStream {

        private UserObjects(InputStream in) throws IOException {
            super(in);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return codecs.load(described.getName());
            } catch (CodecException e) {
                return super.resolveClass(described);
            }
        }
    }
}
