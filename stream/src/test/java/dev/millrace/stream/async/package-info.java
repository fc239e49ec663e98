/** Requests under test: answers given by hand, in any order. */
package dev.millrace.stream.async;
