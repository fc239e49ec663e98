/**
 * Bytes being written and read: the views every serializer sees, and their fast forms over byte arrays.
 *
 * <p>Rule of the room: a view has a position and belongs to one thread; numbers are big-endian; nothing here knows a type.
 */
package dev.millrace.core.memory;
