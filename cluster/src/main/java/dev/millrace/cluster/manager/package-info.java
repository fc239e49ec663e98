/**
 * The two nodes of a cluster: the job manager (dispatcher, resource manager, a job master for each job) and the task
 * manager. State machines over messages and ticks; time, chance, files and executors are handed in.
 */
package dev.millrace.cluster.manager;
