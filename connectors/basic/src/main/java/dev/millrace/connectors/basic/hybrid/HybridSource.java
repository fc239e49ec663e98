package dev.millrace.connectors.basic.hybrid;

import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sources that are read one after the other: all but the last have an end. The next one begins when all readers have read
 * the one before to its end, so what is history is read before what is new. At the seam no record is lost or doubled,
 * whatever fails, and also when the job goes on at another parallelism. A source may be made at the switch, from what the
 * enumerator of the one before has come to know; it is then kept in checkpoints and not made again.
 *
 * @param <T> the records
 */
@ModelApi
public class HybridSource<T> implements Source<T, HybridSourceSplit, HybridSourceEnumeratorState> {

    private static final long serialVersionUID = 1;

    private final ArrayList<Entry<T>> entries;

    private HybridSource(List<Entry<T>> entries) {
        this.entries = new ArrayList<>(entries);
    }

    /** Begins with the first source. */
    public static <T, EnumT extends SplitEnumerator<?, ?>> HybridSourceBuilder<T, EnumT> builder(
            Source<T, ?, ?> firstSource) {
        HybridSourceBuilder<T, EnumT> builder = new HybridSourceBuilder<>();
        return builder.addSource(firstSource);
    }

    /** What a factory of sources is given at the switch. */
    @ModelApi
    public interface SourceSwitchContext<EnumT> {

        /** The enumerator of the source that has been read to its end; it is closed after the next source is made. */
        EnumT getPreviousEnumerator();
    }

    /** Makes a source when the one before has been read to its end. */
    @ModelApi
    @FunctionalInterface
    public interface SourceFactory<T, SourceT extends Source<T, ?, ?>, FromEnumT extends SplitEnumerator<?, ?>>
            extends Serializable {

        /** Called on the coordinating thread; once for each switch, but that a switch may be repeated after a failure. */
        SourceT create(SourceSwitchContext<FromEnumT> context);
    }

    /**
     * One of the sources.
     *
     * @param given the source itself, or null when the factory makes it
     */
    record Entry<T>(Source<T, ?, ?> given, SourceFactory<T, ?, ?> factory, Boundedness boundedness)
            implements Serializable {}

    /** Puts the sources together, in the order in which they are read. */
    @ModelApi
    public static class HybridSourceBuilder<T, EnumT extends SplitEnumerator<?, ?>> implements Serializable {

        private static final long serialVersionUID = 1;

        private final ArrayList<Entry<T>> entries = new ArrayList<>();

        /** Adds a source. */
        public <ToEnumT extends SplitEnumerator<?, ?>, NextSourceT extends Source<T, ?, ?>>
                HybridSourceBuilder<T, ToEnumT> addSource(NextSourceT source) {
            return add(new Entry<>(source, null, source.getBoundedness()));
        }

        /**
         * Adds a source that is made when those before have been read to their end.
         *
         * @param boundedness whether it will have an end
         * @throws IllegalArgumentException when the source before has none
         */
        public <ToEnumT extends SplitEnumerator<?, ?>, NextSourceT extends Source<T, ?, ?>>
                HybridSourceBuilder<T, ToEnumT> addSource(
                        SourceFactory<T, NextSourceT, ? super EnumT> sourceFactory, Boundedness boundedness) {
            Objects.requireNonNull(sourceFactory, "sourceFactory");
            return add(new Entry<>(null, sourceFactory, Objects.requireNonNull(boundedness, "boundedness")));
        }

        @SuppressWarnings("unchecked") // the builder is the same; its type says which enumerator comes last
        private <ToEnumT extends SplitEnumerator<?, ?>> HybridSourceBuilder<T, ToEnumT> add(Entry<T> entry) {
            if (!entries.isEmpty() && entries.get(entries.size() - 1).boundedness() != Boundedness.BOUNDED) {
                throw new IllegalArgumentException(
                        "source " + entries.size() + " of a hybrid source has no end, so what"
                                + " comes after it would never be read; only the last one may be unbounded");
            }
            entries.add(entry);
            return (HybridSourceBuilder<T, ToEnumT>) this;
        }

        public HybridSource<T> build() {
            return new HybridSource<>(entries);
        }
    }

    /** That of the last source. */
    @Override
    public Boundedness getBoundedness() {
        return entries.get(entries.size() - 1).boundedness();
    }

    @Override
    public SourceReader<T, HybridSourceSplit> createReader(SourceReaderContext readerContext) {
        return new HybridReader<>(readerContext, entries);
    }

    @Override
    public SplitEnumerator<HybridSourceSplit, HybridSourceEnumeratorState> createEnumerator(
            SplitEnumeratorContext<HybridSourceSplit> enumContext) {
        return new HybridEnumerator<>(enumContext, entries, null);
    }

    @Override
    public SplitEnumerator<HybridSourceSplit, HybridSourceEnumeratorState> restoreEnumerator(
            SplitEnumeratorContext<HybridSourceSplit> enumContext, HybridSourceEnumeratorState checkpoint) {
        return new HybridEnumerator<>(enumContext, entries, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<HybridSourceSplit> getSplitSerializer() {
        return new HybridSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<HybridSourceEnumeratorState> getEnumeratorCheckpointSerializer() {
        return new HybridStateSerializer();
    }
}
