package dev.millrace.core.code;

/**
 * Has the failure of a line explained. Lines call it in their handlers and nowhere else: a compiler takes a call into a class
 * that nobody has needed yet for one that does not happen, so that a value need not be made for the sake of what would be
 * said of it.
 */
final class LineFailure {
    private LineFailure() {}

    static RuntimeException of(Line.Guard guard, int place, Object value, Throwable failure) {
        return guard.failed(place, value, failure);
    }
}
