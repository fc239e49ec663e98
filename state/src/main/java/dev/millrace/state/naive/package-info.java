/**
 * Keyed state as plainly as can be: everything encoded, in one sorted map, copied whole for a snapshot. For tests, which hold
 * the other stores against it.
 *
 * <p>Rule of the room: it shares no code with another store, and is never made faster.
 */
package dev.millrace.state.naive;
