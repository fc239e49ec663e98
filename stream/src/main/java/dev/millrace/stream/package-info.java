/**
 * The DataStream API: the fluent classes in which programs are written. They fill in the steps of a job graph and hold no
 * logic of their own; operators live in the packages below. Owned by the thread that writes the program.
 */
package dev.millrace.stream;
