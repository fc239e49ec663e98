/**
 * Files of a simulated world: slow, failing, full, and torn by crashes where nobody made them durable.
 *
 * <p>Rule of the room: a disk outlives the processes that write to it; each process sees it through a file system of its own.
 */
package dev.millrace.testkit.storage;
