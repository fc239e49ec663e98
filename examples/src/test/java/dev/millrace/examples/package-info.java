/** Tests of the examples. */
package dev.millrace.examples;
