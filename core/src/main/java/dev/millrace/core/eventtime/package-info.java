/** Event time: how records get timestamps and how watermarks follow from them. Called by the task's thread only. */
package dev.millrace.core.eventtime;
