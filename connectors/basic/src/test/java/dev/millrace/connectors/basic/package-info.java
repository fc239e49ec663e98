/** What drives sources and sinks by hand in tests: a clock that stands still, a mailbox, an enumerator beside its readers. */
package dev.millrace.connectors.basic;
