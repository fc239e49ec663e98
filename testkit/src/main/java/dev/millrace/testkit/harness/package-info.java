/**
 * Part of a program, driven by hand: records, watermarks and the clock go in, results and side outputs come out.
 *
 * <p>Rule of the room: the real tasks run, stepped on the thread that calls; time moves only when it is moved.
 */
package dev.millrace.testkit.harness;
