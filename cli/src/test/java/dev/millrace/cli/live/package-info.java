/** Tests of what is shown of jobs. */
package dev.millrace.cli.live;
