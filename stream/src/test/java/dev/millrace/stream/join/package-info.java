/** Joins against nested loops. */
package dev.millrace.stream.join;
