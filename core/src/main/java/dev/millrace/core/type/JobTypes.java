package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;

final class JobTypes implements TypeSystem {
    JobTypes(ClassLoader userClasses, TypeOptions options) {}
    public <T> ValueType<T> of(Class<T> valueClass) { throw new UnsupportedOperationException(); }
    public ValueType<Object> typeOf(Object value) { throw new UnsupportedOperationException(); }
    public Object copy(Object value) { throw new UnsupportedOperationException(); }
    public int hash(Object key) { throw new UnsupportedOperationException(); }
    public boolean equal(Object left, Object right) { throw new UnsupportedOperationException(); }
    public void requireKey(Class<?> keyClass) { throw new UnsupportedOperationException(); }
    public void writeKey(Object key, DataOutputView out) { throw new UnsupportedOperationException(); }
    public Object readKey(DataInputView in) { throw new UnsupportedOperationException(); }
    public Schemas newSchemas() { throw new UnsupportedOperationException(); }
    public Schemas readSchemas(DataInputView in) { throw new UnsupportedOperationException(); }
}
