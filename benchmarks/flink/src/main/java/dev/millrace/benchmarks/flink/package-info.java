/** The workloads as programs for Apache Flink, in one process, with a source of the kind its documentation recommends. */
package dev.millrace.benchmarks.flink;
