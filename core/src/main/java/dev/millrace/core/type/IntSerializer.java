package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/** The serializer of ints, for programs that name it; values are written by generated code in any case. */
@ModelApi
public final class IntSerializer {

    public static final TypeSerializer<Integer> INSTANCE =
            new GeneratedSerializer<>(TypeSystem.create(null).of(Integer.class));

    private IntSerializer() {}
}
