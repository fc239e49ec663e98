/** Results that are brought back. */
package dev.millrace.stream.collect;
