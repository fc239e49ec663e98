package dev.millrace.stream.collect;

import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Some records of one instance on their way to the program.
 *
 * @param instance the instance that took them in
 * @param first the position of the first among all records of that instance, from 0
 */
record CollectReport(int instance, long first, boolean exact, List<Object> records) {

    /** The position behind the last record. */
    long end() {
        return first + records.size();
    }

    byte[] encoded(TypeSystem types) throws IOException {
        Schemas schemas = types.newSchemas();
        BytesOutput body = new BytesOutput();
        for (Object each : records) {
            schemas.write(each, body);
        }
        BytesOutput out = new BytesOutput();
        out.writeInt(instance);
        out.writeLong(first);
        out.writeBoolean(exact);
        out.writeInt(records.size());
        schemas.writeTo(out);
        out.write(body.toByteArray());
        return out.toByteArray();
    }

    static CollectReport decoded(byte[] bytes, TypeSystem types) throws IOException {
        BytesInput in = new BytesInput(bytes);
        int instance = in.readInt();
        long first = in.readLong();
        boolean exact = in.readBoolean();
        int count = in.readInt();
        Schemas schemas = types.readSchemas(in);
        List<Object> records = new ArrayList<>(count);
        for (int place = 0; place < count; place++) {
            records.add(schemas.read(in));
        }
        return new CollectReport(instance, first, exact, records);
    }
}
