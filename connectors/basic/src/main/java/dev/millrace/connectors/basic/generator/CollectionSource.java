package dev.millrace.connectors.basic.generator;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.memory.BytesInput;
import dev.millrace.core.memory.BytesOutput;
import dev.millrace.core.type.Schemas;
import dev.millrace.core.type.TypeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The elements of a collection, in its order when one reader reads them. They are encoded when the source is made: later
 * changes of the collection or of its elements are not seen, and an element that cannot be encoded is an error there.
 */
public final class CollectionSource<T> implements Source<T, NumberSequenceSplit, List<NumberSequenceSplit>> {

    private static final long serialVersionUID = 1;

    private final byte[] schemas;
    private final byte[] elements;
    private final NumberSequenceSource numbers;

    public CollectionSource(Collection<? extends T> collection) {
        Schemas list = TypeSystem.create(contextClasses()).newSchemas();
        BytesOutput encoded = new BytesOutput();
        BytesOutput classes = new BytesOutput();
        try {
            for (T element : collection) {
                if (element == null) {
                    throw new IllegalArgumentException("A collection to stream holds null; streams hold values only");
                }
                list.write(element, encoded);
            }
            list.writeTo(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.schemas = classes.toByteArray();
        this.elements = encoded.toByteArray();
        this.numbers = new NumberSequenceSource(0, collection.size() - 1L);
    }

    private static ClassLoader contextClasses() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? CollectionSource.class.getClassLoader() : context;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, List<NumberSequenceSplit>> createEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> enumContext) {
        return numbers.createEnumerator(enumContext);
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, List<NumberSequenceSplit>> restoreEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> enumContext, List<NumberSequenceSplit> checkpoint) {
        return numbers.restoreEnumerator(enumContext, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<NumberSequenceSplit> getSplitSerializer() {
        return numbers.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<NumberSequenceSplit>> getEnumeratorCheckpointSerializer() {
        return numbers.getEnumeratorCheckpointSerializer();
    }

    @Override
    public SourceReader<T, NumberSequenceSplit> createReader(SourceReaderContext readerContext) throws IOException {
        List<T> decoded = decoded(readerContext.getUserCodeClassLoader());
        return SequenceReader.of(readerContext, index -> decoded.get(index.intValue()));
    }

    @SuppressWarnings("unchecked") // what was written were Ts
    private List<T> decoded(ClassLoader userClasses) throws IOException {
        Schemas list = TypeSystem.create(userClasses).readSchemas(new BytesInput(schemas));
        BytesInput encoded = new BytesInput(elements);
        List<T> decoded = new ArrayList<>();
        while (encoded.remaining() > 0) {
            decoded.add((T) list.read(encoded));
        }
        return decoded;
    }
}
