/**
 * The command {@code bin/bench}: starts a fresh JVM for each measurement, in pairs and taking turns, compares answers and
 * writes tables of ratios. Runs no workload itself.
 */
package dev.millrace.benchmarks.runner;
