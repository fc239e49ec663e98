/** Pages that show what the command line shows. */
package dev.millrace.cli.recording;
