package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.option.Configuration;
import java.io.IOException;

/** An input whose splits are numbers: one for each instance. */
@ModelApi
public abstract class GenericInputFormat<OT> extends RichInputFormat<OT, GenericInputSplit> {
    private static final long serialVersionUID = 1;

    /** The number of the split that is open. */
    protected int partitionNumber;

    @Override
    public void configure(Configuration parameters) {}

    @Override
    public BaseStatistics getStatistics(BaseStatistics cachedStatistics) throws IOException {
        return cachedStatistics;
    }

    @Override
    public GenericInputSplit[] createInputSplits(int numSplits) throws IOException {
        if (numSplits < 1) {
            throw new IllegalArgumentException("an input has at least one split, not " + numSplits);
        }
        GenericInputSplit[] splits = new GenericInputSplit[this instanceof NonParallelInput ? 1 : numSplits];
        for (int number = 0; number < splits.length; number++) {
            splits[number] = new GenericInputSplit(number, splits.length);
        }
        return splits;
    }

    @Override
    public DefaultInputSplitAssigner getInputSplitAssigner(GenericInputSplit[] splits) {
        return new DefaultInputSplitAssigner(splits);
    }

    @Override
    public void open(GenericInputSplit split) throws IOException {
        partitionNumber = split.getSplitNumber();
    }

    @Override
    public void close() throws IOException {}
}
