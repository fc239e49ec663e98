/**
 * The outside of a simulated cluster: what its jobs have committed, which no crash takes back.
 *
 * <p>Rule of the room: it survives every process; one thread at a time.
 */
package dev.millrace.testkit.outside;
