package dev.millrace.stream.window;

/** A gap that follows from each record; checked. */
record ExtractedGap<T>(SessionWindowTimeGapExtractor<T> extractor) implements SessionGap<T> {

    @Override
    public long after(T element) {
        long millis = extractor.extract(element);
        if (millis <= 0) {
            throw new IllegalArgumentException("the gap of a session must be above 0 ms, not " + millis);
        }
        return millis;
    }
}
