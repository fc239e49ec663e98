/** The workloads as ordinary programs on the public API of Millrace. */
package dev.millrace.benchmarks.millrace;
