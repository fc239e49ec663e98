/** Jobs that are broken in known ways, on a cluster that is driven by hand, and what the engine says of them. */
package dev.millrace.verification.why;
