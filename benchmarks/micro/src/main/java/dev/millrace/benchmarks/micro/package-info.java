/** JMH benchmarks of single rooms: what one record costs in a channel, a gate, a serializer, a copy, a table, a timer, a slice. */
package dev.millrace.benchmarks.micro;
