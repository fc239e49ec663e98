package dev.millrace.stream.custom;

/** What happens when an operator that is data is called. */
final class OnlyData {

    private OnlyData() {}

    static UnsupportedOperationException called(Object operator) {
        return new UnsupportedOperationException(operator.getClass().getSimpleName()
                + " is run by the engine; give it to transform(...) or to a harness instead of calling it");
    }
}
