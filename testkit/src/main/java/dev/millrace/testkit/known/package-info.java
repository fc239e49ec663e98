/**
 * The harnesses of the known API, for tests that are ported: an operator is driven by hand, and its records and watermarks
 * are looked at. New tests use {@link dev.millrace.testkit.harness.Harness}.
 *
 * <p>Rule of the room: the real tasks run, stepped on the thread that calls; the operator is the very one that was given.
 */
package dev.millrace.testkit.known;
