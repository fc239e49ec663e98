/**
 * The laws of the engine, checked by wrappers around channels and operators while a job runs.
 *
 * <p>Rule of the room: a law knows the contracts of core and network and nothing of how they are kept; one thread at a time.
 */
package dev.millrace.testkit.law;
