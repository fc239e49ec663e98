/**
 * Settings of the known engine that mean nothing here: they are accepted, so that programs compile and run.
 *
 * <p>Rule of the room: nothing here changes what a job computes.
 */
package dev.millrace.core.option.foreign;
