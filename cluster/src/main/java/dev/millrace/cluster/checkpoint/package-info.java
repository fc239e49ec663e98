/**
 * The checkpoints of one job: when they are triggered, what belongs to one, when it is complete, which stay. State
 * machines of the job's thread; files are touched in the background only, and what was done comes back as a message.
 */
package dev.millrace.cluster.checkpoint;
