package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/** What a {@link TypeInformation} may use to make a serializer. */
@ModelApi
public interface SerializerConfig {

    /** The types of the job. */
    TypeSystem types();

    static SerializerConfig of(TypeSystem types) {
        return () -> types;
    }
}
