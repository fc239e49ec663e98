/** Time as an argument: clocks are handed in, never asked of the machine; timers are points on one of them. */
package dev.millrace.core.time;
