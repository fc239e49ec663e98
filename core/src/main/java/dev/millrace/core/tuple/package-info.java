/**
 * Tuples of up to 25 fields.
 *
 * <p>Rule of the room: plain mutable data in the known API's shape; how a tuple is written, copied and hashed is the type
 * system's.
 */
package dev.millrace.core.tuple;
