/** Code on hot paths, made for the place of a dataflow where it runs, so that the compiler sees one type at each of its calls. */
package dev.millrace.core.code;
