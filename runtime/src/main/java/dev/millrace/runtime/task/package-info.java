/**
 * A task as a step function: takes input when there is room, runs its chain, aligns, snapshots and ends.
 *
 * <p>Rule of the room: one thread at a time steps a task; everyone else speaks to it through its mailbox and its channels.
 * Clock, executor, memory and randomness are handed in, so that a simulator can step tasks one by one.
 */
package dev.millrace.runtime.task;
