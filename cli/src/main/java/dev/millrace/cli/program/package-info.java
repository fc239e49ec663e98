/** The user's programs: found in jars, on the class path, or compiled from one source; and started. */
package dev.millrace.cli.program;
