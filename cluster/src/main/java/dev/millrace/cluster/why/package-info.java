/**
 * Why nothing comes out of a job: rules that find in its facts what keeps results from coming, and the watch that says so by
 * itself. Pure functions of facts; each rule knows one kind of trouble.
 */
package dev.millrace.cluster.why;
