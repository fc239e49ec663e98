/**
 * Rows: values whose fields are known by position or name only at run time.
 *
 * <p>Rule of the room: plain mutable data in the known API's shape; how a row is written and hashed is the type system's.
 */
package dev.millrace.core.row;
