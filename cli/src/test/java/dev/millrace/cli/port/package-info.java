/** The porter is shown by sources of a few lines. */
package dev.millrace.cli.port;
