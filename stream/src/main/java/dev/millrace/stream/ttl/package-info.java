/**
 * State whose values live for a time. Beside each state stands another with the moments of its values' last use; both are
 * written and restored alike. Belongs to the thread of its task.
 */
package dev.millrace.stream.ttl;
