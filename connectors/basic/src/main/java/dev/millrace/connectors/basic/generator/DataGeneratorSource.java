package dev.millrace.connectors.basic.generator;

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

/**
 * Records that a function computes from the numbers 0, 1, 2 and so on, each number once over all readers and restarts.
 * With {@link Long#MAX_VALUE} records it counts as unbounded.
 */
@ModelApi
public final class DataGeneratorSource<OUT>
        implements Source<OUT, NumberSequenceSplit, List<NumberSequenceSplit>>, ResultTypeQueryable<OUT> {

    private static final long serialVersionUID = 1;

    private final GeneratorFunction<Long, OUT> function;
    private final long count;
    private final RateLimiterStrategy rate;
    private final TypeInformation<OUT> type;
    private final NumberSequenceSource numbers;

    /** As many records as given, as fast as they are taken. */
    public DataGeneratorSource(GeneratorFunction<Long, OUT> generatorFunction, long count) {
        this(generatorFunction, count, RateLimiterStrategy.noOp(), null);
    }

    /** As many records as given, of a type that is checked. */
    public DataGeneratorSource(GeneratorFunction<Long, OUT> generatorFunction, long count, TypeInformation<OUT> type) {
        this(generatorFunction, count, RateLimiterStrategy.noOp(), type);
    }

    /** As many records as given, at a rate. */
    public DataGeneratorSource(
            GeneratorFunction<Long, OUT> generatorFunction, long count, RateLimiterStrategy rateLimiterStrategy) {
        this(generatorFunction, count, rateLimiterStrategy, null);
    }

    /** As many records as given, at a rate, of a type that is checked; null leaves the type to the records. */
    public DataGeneratorSource(
            GeneratorFunction<Long, OUT> generatorFunction,
            long count,
            RateLimiterStrategy rateLimiterStrategy,
            TypeInformation<OUT> type) {
        if (count < 0) {
            throw new IllegalArgumentException("A generator cannot make " + count + " records");
        }
        this.function = generatorFunction;
        this.count = count;
        this.rate = rateLimiterStrategy;
        this.type = type;
        this.numbers = new NumberSequenceSource(0, count - 1);
    }

    @Override
    public Boundedness getBoundedness() {
        return count == Long.MAX_VALUE ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
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
    public SourceReader<OUT, NumberSequenceSplit> createReader(SourceReaderContext readerContext) {
        return RateLimitedSource.limit(SequenceReader.of(readerContext, function), rate, readerContext);
    }

    /** The type that was given, or null. */
    @Override
    public TypeInformation<OUT> getProducedType() {
        return type;
    }
}
