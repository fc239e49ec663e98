/**
 * A whole cluster in one thread: the real job manager and task managers over a post that loses, repeats and reorders, with
 * virtual time, files in memory, and tasks that are stepped. Everything follows from one seed.
 */
package dev.millrace.cluster.rig;
