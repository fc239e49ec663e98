package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** Makes the readers of a source. */
@ModelApi
public interface SourceReaderFactory<T, SplitT extends SourceSplit> extends Serializable {

    /** A fresh reader for one task; its restored splits come through {@link SourceReader#addSplits} before it starts. */
    SourceReader<T, SplitT> createReader(SourceReaderContext readerContext) throws Exception;
}
