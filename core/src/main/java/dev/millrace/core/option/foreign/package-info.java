/**
 * Settings of the known engine that mean little here: they are accepted, so that programs compile and run.
 *
 * <p>Rule of the room: nothing here changes what a job computes, and of it all only the place of checkpoints counts.
 */
package dev.millrace.core.option.foreign;
