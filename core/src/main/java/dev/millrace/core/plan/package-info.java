/**
 * What a job looks like: a {@code JobGraph} is data, made by the APIs, read by the machine, drawn by {@code toString}.
 */
package dev.millrace.core.plan;
