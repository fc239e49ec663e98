/** Small jobs for tests: sources, operators, a master of one job, a hand clock. */
package dev.millrace.runtime.pipeline;
