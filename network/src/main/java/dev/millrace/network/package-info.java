/**
 * How elements travel between tasks: channels, and the hub where both ends find each other.
 *
 * <p>Rule of the room: a channel knows elements and bounds, never tasks; its two ends belong to one thread each.
 */
package dev.millrace.network;
