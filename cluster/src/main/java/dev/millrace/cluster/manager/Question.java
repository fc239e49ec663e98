package dev.millrace.cluster.manager;

/** The question how it does, as it is put to one task. Owned by the node's thread. */
final class Question {

    /** A task that has not answered after this time is in the middle of something. */
    private static final long ANSWER_MILLIS = 200;

    private static final long NONE = -1;

    private long request = NONE;
    private long askedMillis;
    private long silentSinceMillis = NONE;
    private boolean told;

    /** The question is put, or put again. */
    void put(long newRequest, long nowMillis) {
        if (request == NONE) {
            silentSinceMillis = nowMillis;
        }
        request = newRequest;
        askedMillis = nowMillis;
        told = false;
    }

    long request() {
        return request;
    }

    /** An answer has come; one to an earlier question shows that the task is there again, too. */
    void answered(long answeredRequest) {
        silentSinceMillis = askedMillis;
        if (answeredRequest == request) {
            request = NONE;
        }
    }

    /** Whether it waits for its answer. */
    boolean isOpen() {
        return request != NONE;
    }

    /** Whether the answer should have come; says so once for each question. */
    boolean isOverdue(long nowMillis) {
        boolean overdue = request != NONE && !told && nowMillis - askedMillis >= ANSWER_MILLIS;
        told |= overdue;
        return overdue;
    }

    /** How long the task has not answered. */
    long silentMillis(long nowMillis) {
        return nowMillis - silentSinceMillis;
    }
}
