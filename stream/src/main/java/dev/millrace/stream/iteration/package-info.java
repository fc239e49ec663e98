/** The head of a loop: an operator that takes what comes from outside and what is led back. */
package dev.millrace.stream.iteration;
