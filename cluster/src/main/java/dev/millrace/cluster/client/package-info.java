/**
 * Whoever submits jobs: the node that talks to the job manager, and the handles of submitted jobs, which any thread may
 * use.
 */
package dev.millrace.cluster.client;
