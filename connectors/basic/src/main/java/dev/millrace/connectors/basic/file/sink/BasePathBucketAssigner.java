package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SimpleVersionedSerializer;

/** Puts all files into the sink's own directory. */
@ModelApi
public final class BasePathBucketAssigner<T> implements BucketAssigner<T, String> {

    private static final long serialVersionUID = 1;

    @Override
    public String getBucketId(T element, Context context) {
        return "";
    }

    @Override
    public SimpleVersionedSerializer<String> getSerializer() {
        return SimpleVersionedStringSerializer.INSTANCE;
    }
}
