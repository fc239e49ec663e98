/**
 * The boundary of a process that runs tasks: what is deployed, the orders a task takes, and what it tells.
 *
 * <p>Rule of the room: data and interfaces only; orders may come and events may go on any thread, and both return at once.
 */
package dev.millrace.runtime;
