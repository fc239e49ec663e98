/**
 * The threads of a process: workers that step tasks, the watchdog that notices a step that takes too long, the background
 * pool, the clock of the machine.
 *
 * <p>Rule of the room: the only one that makes threads and reads clocks. A worker's tasks belong to the thread that runs the
 * worker; other threads set bits and put into queues.
 */
package dev.millrace.runtime.worker;
