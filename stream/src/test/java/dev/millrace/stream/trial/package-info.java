/** Doubles with which a single operator is tried: hand-written, in plain collections, in one thread. */
package dev.millrace.stream.trial;
