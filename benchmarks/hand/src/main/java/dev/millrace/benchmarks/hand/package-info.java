/**
 * The workloads as somebody would write them who needs nothing else: loops and arrays, one or two threads, no fault tolerance,
 * no types that are not known beforehand. A bound for what an engine can reach, and the oracle for its answers.
 */
package dev.millrace.benchmarks.hand;
