package dev.millrace.connectors.basic.generator;

import dev.millrace.connectors.basic.split.QueueEnumerator;
import dev.millrace.connectors.basic.split.SplitListSerializer;
import dev.millrace.core.ModelApi;
import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;
import dev.millrace.core.type.ResultTypeQueryable;
import dev.millrace.core.type.TypeInformation;
import java.util.List;

/** The whole numbers from one to another, both included, in rising order per reader; none when the first is above. */
@ModelApi
public class NumberSequenceSource
        implements Source<Long, NumberSequenceSplit, List<NumberSequenceSplit>>, ResultTypeQueryable<Long> {

    private static final long serialVersionUID = 1;

    private final long from;
    private final long to;

    public NumberSequenceSource(long from, long to) {
        this.from = from;
        this.to = to;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, List<NumberSequenceSplit>> createEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> enumContext) {
        return restoreEnumerator(enumContext, NumberSequences.cut(from, to, enumContext.currentParallelism()));
    }

    @Override
    public SplitEnumerator<NumberSequenceSplit, List<NumberSequenceSplit>> restoreEnumerator(
            SplitEnumeratorContext<NumberSequenceSplit> enumContext, List<NumberSequenceSplit> checkpoint) {
        return new QueueEnumerator<>(enumContext, checkpoint, NumberSequenceSplit::left);
    }

    @Override
    public SimpleVersionedSerializer<NumberSequenceSplit> getSplitSerializer() {
        return new NumberSequenceSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<List<NumberSequenceSplit>> getEnumeratorCheckpointSerializer() {
        return new SplitListSerializer<>(getSplitSerializer());
    }

    @Override
    public SourceReader<Long, NumberSequenceSplit> createReader(SourceReaderContext readerContext) {
        return SequenceReader.of(readerContext, number -> number);
    }

    @Override
    public TypeInformation<Long> getProducedType() {
        return TypeInformation.of(Long.class);
    }
}
