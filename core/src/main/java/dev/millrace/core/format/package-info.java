/**
 * Formats: the older way to read and write, split by split and record by record. Knows how they are called, and nothing of
 * who calls them.
 */
package dev.millrace.core.format;
