/** Source functions under test, with real threads. */
package dev.millrace.stream.source;
