/** The workloads as pipelines for Hazelcast Jet, on one member in this process. */
package dev.millrace.benchmarks.jet;
