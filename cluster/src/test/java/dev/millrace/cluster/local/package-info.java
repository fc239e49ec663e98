/** Real jobs, end to end, on the local cluster. */
package dev.millrace.cluster.local;
