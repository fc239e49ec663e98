package dev.millrace.connectors.basic.generator;

import dev.millrace.core.connector.Boundedness;
import dev.millrace.core.connector.SimpleVersionedSerializer;
import dev.millrace.core.connector.Source;
import dev.millrace.core.connector.SourceReader;
import dev.millrace.core.connector.SourceReaderContext;
import dev.millrace.core.connector.SourceSplit;
import dev.millrace.core.connector.SplitEnumerator;
import dev.millrace.core.connector.SplitEnumeratorContext;

/** Another source, held to a rate. Its checkpoints are the other source's, so the rate may change at a restart. */
public final class RateLimitedSource<T, SplitT extends SourceSplit, EnumChkT> implements Source<T, SplitT, EnumChkT> {

    private static final long serialVersionUID = 1;

    private final Source<T, SplitT, EnumChkT> source;
    private final RateLimiterStrategy rate;

    public RateLimitedSource(Source<T, SplitT, EnumChkT> source, RateLimiterStrategy rate) {
        this.source = source;
        this.rate = rate;
    }

    /** The same reader, held to its part of a rate. */
    static <T, SplitT extends SourceSplit> SourceReader<T, SplitT> limit(
            SourceReader<T, SplitT> reader, RateLimiterStrategy rate, SourceReaderContext context) {
        RateLimiter limiter = rate.createRateLimiter(context.currentParallelism());
        return limiter == RateLimiterStrategy.UNLIMITED ? reader : new RateLimitedReader<>(reader, limiter, context);
    }

    @Override
    public Boundedness getBoundedness() {
        return source.getBoundedness();
    }

    @Override
    public SplitEnumerator<SplitT, EnumChkT> createEnumerator(SplitEnumeratorContext<SplitT> enumContext)
            throws Exception {
        return source.createEnumerator(enumContext);
    }

    @Override
    public SplitEnumerator<SplitT, EnumChkT> restoreEnumerator(
            SplitEnumeratorContext<SplitT> enumContext, EnumChkT checkpoint) throws Exception {
        return source.restoreEnumerator(enumContext, checkpoint);
    }

    @Override
    public SimpleVersionedSerializer<SplitT> getSplitSerializer() {
        return source.getSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<EnumChkT> getEnumeratorCheckpointSerializer() {
        return source.getEnumeratorCheckpointSerializer();
    }

    @Override
    public SourceReader<T, SplitT> createReader(SourceReaderContext readerContext) throws Exception {
        return limit(source.createReader(readerContext), rate, readerContext);
    }
}
