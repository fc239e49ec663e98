/** Splits that are known from the start and dealt out in order: the enumerator of sources that have nothing to discover. */
package dev.millrace.connectors.basic.split;
