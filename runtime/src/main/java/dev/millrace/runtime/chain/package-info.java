/**
 * The operators of one task, linked by direct reference: records are pushed from each to the next, marks follow.
 *
 * <p>Rule of the room: everything here belongs to the task's thread; it knows operators and state, not channels or threads.
 */
package dev.millrace.runtime.chain;
