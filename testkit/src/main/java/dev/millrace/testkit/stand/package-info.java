/**
 * Tasks on a stand: those of a whole job graph, stepped on the calling thread, with checkpoints taken, given up and restored
 * by hand.
 *
 * <p>Rule of the room: the real tasks run and nothing else does; time moves only when it is moved; one thread does everything.
 */
package dev.millrace.testkit.stand;
