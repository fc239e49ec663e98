package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.ModelApi;
import java.util.List;
import java.util.Map;

/**
 * What the enumerator of a {@link HybridSource} keeps in a checkpoint.
 *
 * @param currentSourceIndex the source that is read, from 0
 * @param made the sources so far that a factory made, serialized, by their index
 * @param version the version of {@code enumerator}
 * @param enumerator the state of that source's enumerator, as it writes it
 * @param returned splits of sources before that one, which readers have to read again, by the number of the reader
 */
@ModelApi
public record HybridSourceEnumeratorState(
        int currentSourceIndex,
        Map<Integer, byte[]> made,
        int version,
        byte[] enumerator,
        Map<Integer, List<HybridSourceSplit>> returned) {}
