/** Sinks that keep nothing: print to a stream of the process, and throw away. Writers belong to the thread of their task. */
package dev.millrace.connectors.basic.sink;
