package dev.millrace.core.type;

import dev.millrace.core.type.generate.FlatCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A generated {@link FlatCodec} as the engine sees it. */
record FlatColumns(FlatCodec codec) implements FlatLayout {

    @Override
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < codec.columns().size(); i++) {
            Class<?> held = codec.columns().get(i);
            Kind kind = held.isPrimitive() ? Kind.valueOf(held.getName().toUpperCase(Locale.ROOT)) : Kind.REFERENCE;
            columns.add(new Column(codec.plan().fields().get(i).name(), kind));
        }
        return columns;
    }

    @Override
    public Object[] newColumns(int capacity) {
        return codec.newColumns(capacity);
    }

    @Override
    public boolean store(Object value, Object[] columns, int index) {
        return codec.store(value, columns, index);
    }

    @Override
    public Object load(Object[] columns, int index) {
        return codec.load(columns, index);
    }
}
