/**
 * How values become bytes, copies, hashes and comparisons: one {@link dev.millrace.core.type.codec.Codec} per class.
 *
 * <p>Rule of the room: codecs are immutable and shared by all threads of a job; what they learn (the class last seen in a
 * field) is a cache that may be lost. Failures are terse {@link dev.millrace.core.type.codec.CodecException}s; the type
 * system finds the field's path and says the remedy.
 */
package dev.millrace.core.type.codec;
