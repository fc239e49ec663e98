package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.SourceSplit;

/**
 * A split of one of the sources of a {@link HybridSource}, as that source writes it.
 *
 * @param sourceIndex which source, from 0
 * @param splitId the name of the split among those of all sources
 * @param version the version of the bytes
 */
@ModelApi
public record HybridSourceSplit(int sourceIndex, String splitId, int version, byte[] bytes) implements SourceSplit {

    /** The name among the splits of all sources of what a source names so. */
    static String idOf(int sourceIndex, String splitIdInSource) {
        return sourceIndex + "/" + splitIdInSource;
    }
}
