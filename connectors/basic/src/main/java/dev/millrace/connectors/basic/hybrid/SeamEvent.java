package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceEvent;

/** What the enumerator of a hybrid source and its readers say to each other. */
sealed interface SeamEvent extends SourceEvent {

    /** In place of an index: none. */
    int NONE = -1;

    /**
     * A reader reads nothing now and can be given a source.
     *
     * @param finished the source that it has just read to its end, or {@link #NONE}
     * @param holds the first source of which it has splits, from a checkpoint, or {@link #NONE}
     */
    record Ready(int finished, int holds) implements SeamEvent {}

    /**
     * A reader is to read a source.
     *
     * @param made the source when a factory made it; null when the program gave it
     */
    record Begin(int index, Source<?, ?, ?> made) implements SeamEvent {}

    /** A reader has got its last split of a source that is not the last one. */
    record NoMore(int index) implements SeamEvent {}

    /** An event of one of the sources. */
    record Inner(int index, SourceEvent event) implements SeamEvent {}
}
