package dev.millrace.runtime;

/** What a source's reader wants from its enumerator, in order per task. */
public sealed interface SourceRequest {
    /** The reader is there; sent once, before everything else. */
    record Register(String hostName) implements SourceRequest {}

    /** The reader wants a split. */
    record Split(String hostName) implements SourceRequest {}

    /**
     * How far the event time of the source has come, so that others of its group can wait for it.
     *
     * @param reachedMillis milliseconds since the epoch; {@link Long#MAX_VALUE} when nobody has to wait for it
     */
    record EventTime(long reachedMillis) implements SourceRequest {}

    /** An event of the source's own, in the Java serialization. */
    record Event(byte[] bytes) implements SourceRequest {}
}
