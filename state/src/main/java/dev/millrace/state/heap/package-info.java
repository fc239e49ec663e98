/**
 * Keyed state in typed tables on the heap. Per key group one {@link dev.millrace.state.heap.Table} gives each key a row;
 * every state is a column over the rows, in pages that are copied on the first write after a snapshot has been taken.
 *
 * <p>Rule of the room: the operator's thread owns everything but what a {@link dev.millrace.state.heap.FrozenStore} holds:
 * those pages nobody changes until the writing thread has said that it is done with them. No object that a snapshot has
 * still to write can be reached by user code.
 */
package dev.millrace.state.heap;
