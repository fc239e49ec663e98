package dev.millrace.core.type;

import dev.millrace.core.ModelApi;

/**
 * What a {@link TypeInformation} may use to make a serializer.
 *
 * @param types the types of the job
 */
@ModelApi
public record SerializerConfig(TypeSystem types) {}
