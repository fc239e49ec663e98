/** The terminal: what it is like, lines that are drawn in place, and the signals it sends. Knows nothing of jobs. */
package dev.millrace.cli.terminal;
