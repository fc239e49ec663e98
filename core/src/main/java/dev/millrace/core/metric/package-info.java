/** Numbers that tell how a job does. A metric is written by its task's thread and may be read by any. */
package dev.millrace.core.metric;
