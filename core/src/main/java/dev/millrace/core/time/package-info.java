/** Time as an argument: clocks are handed in, never asked of the machine. */
package dev.millrace.core.time;
