package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/** The serializer of booleans, for programs that name it; values are written by generated code in any case. */
@ModelApi
public final class BooleanSerializer {

    public static final TypeSerializer<Boolean> INSTANCE =
            new GeneratedSerializer<>(TypeSystem.create(null).of(Boolean.class));

    private BooleanSerializer() {}
}
