package dev.millrace.runtime.chain;

import dev.millrace.core.time.Timer;

/**
 * What an operator threw, with the operator's name and the record it was given.
 *
 * <p>Hot code makes one straight in its handlers: a compiler takes a call into a class that nobody has needed yet for one
 * that does not happen, so that a record need not be made for the sake of what would be said of it.
 */
public final class OperatorFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    /** How much of a record's text is kept, in chars. */
    static final int RECORD_CHARS_MAX = 200;

    private final String operator;
    private final String record;

    private OperatorFailure(String operator, String record, Throwable cause) {
        super(cause);
        this.operator = operator;
        this.record = record;
    }

    /** Wraps what the operator of a link threw at {@code value}; what is wrapped already stays as it is. */
    static OperatorFailure at(OperatorLink link, Object value, Throwable cause) {
        return at(link.node().name(), value, cause);
    }

    /** Wraps what was thrown while {@code value} was worked on; what is wrapped already stays as it is. */
    public static OperatorFailure at(String operator, Object value, Throwable cause) {
        return cause instanceof OperatorFailure wrapped
                ? wrapped
                : new OperatorFailure(operator, describe(value), cause);
    }

    /** Wraps what was thrown without a record at hand; what is wrapped already stays as it is. */
    public static OperatorFailure in(String operator, Throwable cause) {
        return cause instanceof OperatorFailure wrapped ? wrapped : new OperatorFailure(operator, null, cause);
    }

    /** Wraps what was thrown while a timer was due: there is no record, but a key; what is wrapped already stays as it is. */
    static OperatorFailure at(String operator, Timer timer, Throwable cause) {
        return cause instanceof OperatorFailure wrapped
                ? wrapped
                : new OperatorFailure(operator, "none, but the " + describe(timer), cause);
    }

    public String operator() {
        return operator;
    }

    /** The record's text, cut, or null when there was none. */
    public String record() {
        return record;
    }

    private static String describe(Timer timer) {
        String domain = switch (timer.domain()) {
            case EVENT_TIME -> "event-time";
            case PROCESSING_TIME -> "processing-time";
        };
        String of = timer.namespace() == null ? "" : " of " + describe(timer.namespace());
        return domain + " timer at " + timer.timestamp() + of + ", key " + describe(timer.key());
    }

    private static String describe(Object value) {
        String text;
        try {
            text = String.valueOf(value);
        } catch (RuntimeException | StackOverflowError broken) {
            return "of " + value.getClass().getName() + " whose toString() throws "
                    + broken.getClass().getName();
        }
        return text.length() <= RECORD_CHARS_MAX ? text : text.substring(0, RECORD_CHARS_MAX) + "...";
    }
}
