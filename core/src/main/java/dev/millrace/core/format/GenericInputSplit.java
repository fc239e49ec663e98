package dev.millrace.core.format;

import dev.millrace.core.ModelApi;

/** A split that is its number and no more. */
@ModelApi
public class GenericInputSplit implements InputSplit {
    private static final long serialVersionUID = 1;

    private final int partitionNumber;
    private final int totalNumberOfPartitions;

    public GenericInputSplit(int partitionNumber, int totalNumberOfPartitions) {
        this.partitionNumber = partitionNumber;
        this.totalNumberOfPartitions = totalNumberOfPartitions;
    }

    @Override
    public int getSplitNumber() {
        return partitionNumber;
    }

    public int getTotalNumberOfSplits() {
        return totalNumberOfPartitions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GenericInputSplit that
                && partitionNumber == that.partitionNumber
                && totalNumberOfPartitions == that.totalNumberOfPartitions;
    }

    @Override
    public int hashCode() {
        return 31 * partitionNumber + totalNumberOfPartitions;
    }

    @Override
    public String toString() {
        return "split " + partitionNumber + " of " + totalNumberOfPartitions;
    }
}
