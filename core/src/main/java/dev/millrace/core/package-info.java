/** The words everybody shares: what flows, what an operator is, what a job looks like. No threads and no I/O. */
package dev.millrace.core;
