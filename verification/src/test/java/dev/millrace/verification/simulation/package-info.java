/** Job shapes simulated under faults, against oracles that share no code with the engine. */
package dev.millrace.verification.simulation;
