/** Tests of what waits in batch, and of the order in which it is worked off. */
package dev.millrace.runtime.batch;
