/**
 * Channels within a process: rings of references.
 *
 * <p>Rule of the room: one thread at each end of a ring, no locks; elements pass by reference and are immutable once sent.
 */
package dev.millrace.network.memory;
