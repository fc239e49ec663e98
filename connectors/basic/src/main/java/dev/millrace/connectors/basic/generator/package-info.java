/**
 * Sources that compute their records from numbers, and rates that sources can be held to. Readers and rate limiters belong
 * to the thread of their task; time comes from its clock and its mailbox.
 */
package dev.millrace.connectors.basic.generator;
