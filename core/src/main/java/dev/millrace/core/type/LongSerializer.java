package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/** The serializer of longs, for programs that name it; values are written by generated code in any case. */
@ModelApi
public final class LongSerializer {

    public static final TypeSerializer<Long> INSTANCE =
            new GeneratedSerializer<>(TypeSystem.create(null).of(Long.class));

    private LongSerializer() {}
}
