/**
 * Reads lines from a socket. A reader owns one thread, which connects and reads; lines are handed to the task's thread
 * through a bounded queue.
 */
package dev.millrace.connectors.basic.socket;
