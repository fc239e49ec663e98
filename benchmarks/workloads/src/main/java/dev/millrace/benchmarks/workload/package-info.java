/**
 * What is measured: the input of each workload as a function of a record's number, the checksum of its results, and the
 * program that runs one of them on the engine of the class path and tells what it took. Knows no engine.
 */
package dev.millrace.benchmarks.workload;
