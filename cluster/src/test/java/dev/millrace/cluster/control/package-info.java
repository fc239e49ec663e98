/** Tests of how other processes ask about jobs. */
package dev.millrace.cluster.control;
