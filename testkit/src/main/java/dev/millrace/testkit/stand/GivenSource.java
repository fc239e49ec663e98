package dev.millrace.testkit.stand;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;

/** A source whose reader is the very one that it was given. It has no splits and never travels with a reader. */
public final class GivenSource<T> implements Source<T, GivenSource.None, GivenSource.None> {
    private static final long serialVersionUID = 1;

    private final transient SourceReader<T, None> reader;

    /** There are no splits. */
    public record None() implements SourceSplit {
        @Override
        public String splitId() {
            return "none";
        }
    }

    /**
     * @param reader what reads, or null for a source that holds a place in a program only
     */
    public GivenSource(SourceReader<T, None> reader) {
        this.reader = reader;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<T, None> createReader(SourceReaderContext context) {
        return reader;
    }

    @Override
    public SplitEnumerator<None, None> createEnumerator(SplitEnumeratorContext<None> context) {
        throw new UnsupportedOperationException("what is driven by hand has no splits");
    }

    @Override
    public SplitEnumerator<None, None> restoreEnumerator(SplitEnumeratorContext<None> context, None checkpoint) {
        throw new UnsupportedOperationException("what is driven by hand has no splits");
    }

    @Override
    public SimpleVersionedSerializer<None> getSplitSerializer() {
        return new NoneSerializer();
    }

    @Override
    public SimpleVersionedSerializer<None> getEnumeratorCheckpointSerializer() {
        return new NoneSerializer();
    }

    private static final class NoneSerializer implements SimpleVersionedSerializer<None> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(None value) {
            return new byte[0];
        }

        @Override
        public None deserialize(int version, byte[] serialized) {
            return new None();
        }
    }
}
