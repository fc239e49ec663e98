package dev.millrace.core.option.foreign;

import dev.millrace.core.ModelApi;

/** State beside the heap; it lives on the heap here, and snapshots are written in the background. */
@ModelApi
public class EmbeddedRocksDBStateBackend extends AbstractStateBackend {
    private static final long serialVersionUID = 1;

    public EmbeddedRocksDBStateBackend() {}

    /** Snapshots are whole, whatever is said. */
    public EmbeddedRocksDBStateBackend(boolean incremental) {}
}
