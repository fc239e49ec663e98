/**
 * One job from its submission to its end: the states it goes through, its tasks and their attempts, what is deployed and
 * started again. Owned by the node's thread; no call waits.
 */
package dev.millrace.cluster.job;
