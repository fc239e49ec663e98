package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/** The serializer of texts, for programs that name it; values are written by generated code in any case. */
@ModelApi
public final class StringSerializer {

    public static final TypeSerializer<String> INSTANCE =
            new GeneratedSerializer<>(TypeSystem.create(null).of(String.class));

    private StringSerializer() {}
}
