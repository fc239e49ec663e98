/**
 * What a step of a dataflow is and what it is given. One thread calls an operator, in this order: {@code restore} (when
 * there is something to restore), {@code open}, then records, watermarks, timers and snapshots in any order, then
 * {@code finish} until it answers true (when the data drained), snapshots again, and {@code close}, always.
 */
package dev.millrace.core.operator;
