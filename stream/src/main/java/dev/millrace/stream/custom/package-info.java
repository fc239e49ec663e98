/**
 * Operators of the program's own, in the shape of the known API, and those that its tests make by hand.
 *
 * <p>Rule of the room: {@link CustomOperator} alone meets the engine; what users see are records, watermarks and contexts.
 */
package dev.millrace.stream.custom;
