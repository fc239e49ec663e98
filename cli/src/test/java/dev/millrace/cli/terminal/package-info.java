/** Tests of lines that are drawn in place. */
package dev.millrace.cli.terminal;
