package dev.millrace.testkit.simulation;

/**
 * How a wire between two tasks behaves.
 *
 * @param elementsMax how many elements may be on it or wait at its end
 * @param recordsMax from how many records on it has no room
 * @param delayNanosMax how long an element travels at most
 */
record WireLimits(int elementsMax, int recordsMax, long delayNanosMax) {}
