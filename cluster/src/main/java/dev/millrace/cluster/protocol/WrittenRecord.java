package dev.millrace.cluster.protocol;

import java.io.Externalizable;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/**
 * A record on its way: its class and its components. Java's own form of records is read by method handles made for each
 * class, which takes a tenth of the start of a small job; this one calls the canonical constructor.
 */
public final class WrittenRecord implements Externalizable {

    private static final long serialVersionUID = 1;

    private Object written;

    /** For Java's serialization: one that has yet to be read. */
    public WrittenRecord() {}

    WrittenRecord(Record written) {
        this.written = written;
    }

    /** Whether a value can take this form: a record that does not say itself how it is read. */
    static boolean fits(Object value) {
        if (!(value instanceof Record && value instanceof Serializable)) {
            return false;
        }
        for (Method method : value.getClass().getDeclaredMethods()) {
            if (method.getName().equals("readResolve")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        Class<?> type = written.getClass();
        out.writeObject(type);
        for (RecordComponent component : type.getRecordComponents()) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            try {
                out.writeObject(accessor.invoke(written));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw failed("written", type, e);
            }
        }
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
        Class<?> type = (Class<?>) in.readObject();
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = in.readObject();
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            written = canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw failed("read", type, e);
        }
    }

    private Object readResolve() throws ObjectStreamException {
        return written;
    }

    private static InvalidObjectException failed(String what, Class<?> type, ReflectiveOperationException why) {
        Throwable cause = why instanceof InvocationTargetException thrown ? thrown.getCause() : why;
        InvalidObjectException failed = new InvalidObjectException("record " + type.getName() + " cannot be " + what);
        failed.initCause(cause);
        return failed;
    }
}
