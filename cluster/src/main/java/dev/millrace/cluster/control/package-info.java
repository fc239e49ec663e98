/**
 * What can be asked of a process that runs jobs, by other processes of the same user: a socket in a directory that only the
 * user may enter, and a table of requests. To add a request, add it to {@code Requests}.
 *
 * <p>A request is one line, its words separated by tabs: {@code jobs}, or a request's name, a job's id and arguments. The
 * answer is a line {@code ok} or {@code refused} and text to the end of the stream; a stream that ends before its first
 * line belongs to a process that has ended. Nodes know nothing of this room; it asks through {@code JobHandle} only.
 */
package dev.millrace.cluster.control;
