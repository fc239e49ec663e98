/**
 * The files of a checkpoint: one part per task, one manifest that names them all, and how they are dealt out again.
 *
 * <p>Rule of the room: it knows sections of bytes and never what a store wrote into them; files are read and written only
 * by whoever calls, on the caller's thread.
 */
package dev.millrace.state.snapshot;
