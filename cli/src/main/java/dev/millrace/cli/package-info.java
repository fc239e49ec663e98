/**
 * The command line. It starts programs in this process and turns what they throw into one clear message and an exit code;
 * it knows nothing of what programs do.
 */
package dev.millrace.cli;
