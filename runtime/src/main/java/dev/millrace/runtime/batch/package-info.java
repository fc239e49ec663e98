/**
 * Records that wait in batch: those of keyed inputs for the end of all inputs, then sorted and given to the chain key by
 * key; those beside a broadcast for its end.
 *
 * <p>Rule of the room: everything belongs to the task's thread. What waits is charged to the memory budget of the process
 * and nothing is written to disk; what does not fit is an error.
 */
package dev.millrace.runtime.batch;
