/**
 * Requests that are answered later: a function asks something outside for each record, and its results go on when they
 * come. The operator belongs to its task's thread; answers come from any thread and meet it in the mailbox.
 */
package dev.millrace.stream.async;
