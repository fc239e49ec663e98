/**
 * What flows on a channel: batches of records and the marks between them. Closed, immutable once sent, and free of
 * control-plane orders.
 */
package dev.millrace.core.element;
