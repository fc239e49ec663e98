package dev.millrace.core.operator;

/** Takes records: an operator, or several of them in one piece of code. */
public interface Receiver<I> {

    /**
     * Takes one record. On a keyed input the key has been selected in the keyed state.
     *
     * @param input the number of the input, from 0
     * @param timestamp milliseconds since the epoch, or {@link dev.millrace.core.element.Batch#NO_TIMESTAMP}
     */
    void onRecord(int input, I value, long timestamp) throws Exception;
}
