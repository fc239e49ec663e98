/** Tests of the command line. */
package dev.millrace.cli;
