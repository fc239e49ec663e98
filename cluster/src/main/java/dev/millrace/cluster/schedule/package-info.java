/**
 * Where the tasks of a job run and what they are joined to: channels, regions, slots. Pure functions of the job graph.
 */
package dev.millrace.cluster.schedule;
