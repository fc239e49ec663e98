/**
 * Writes files exactly once. A part file is in progress until its policy ends it, pending until a checkpoint that covers it
 * is durable, and then finished, under its final name. What a checkpoint does not cover is cut off after a restart. A
 * writer and its buckets belong to the thread of their task.
 */
package dev.millrace.connectors.basic.file.sink;
