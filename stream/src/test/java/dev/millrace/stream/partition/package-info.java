/** What partitions gather, over snapshots. */
package dev.millrace.stream.partition;
