/**
 * Split enumerators: user code that finds splits and deals them out, run beside the node's thread and joined to the job
 * by messages. What an enumerator says is tagged with its last snapshot, so that splits assigned after the checkpoint
 * which a reader is restored from go back to it.
 */
package dev.millrace.cluster.source;
