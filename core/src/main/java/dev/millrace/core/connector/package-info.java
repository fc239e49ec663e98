/**
 * What a connector implements, and what it is given: sources that are split and enumerated, sinks that write and commit.
 * A reader and a writer belong to the thread of their task, an enumerator to the coordinating thread of its source; what
 * comes from another thread comes through the context.
 */
package dev.millrace.core.connector;
