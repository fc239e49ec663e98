package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/** The serializer of doubles, for programs that name it; values are written by generated code in any case. */
@ModelApi
public final class DoubleSerializer {

    public static final TypeSerializer<Double> INSTANCE =
            new GeneratedSerializer<>(TypeSystem.create(null).of(Double.class));

    private DoubleSerializer() {}
}
