/**
 * The benchmarks are a build of their own; what of them needs no other engine is compiled and run small here, so that they
 * keep up with the project, and the programs written by hand are held against the engine in every build.
 */
package dev.millrace.verification.benchmark;
