/**
 * What is shown of jobs while they run and when they have ended. Facts become lines by pure functions; one thread, the
 * view's, asks for facts and shows the lines.
 */
package dev.millrace.cli.live;
