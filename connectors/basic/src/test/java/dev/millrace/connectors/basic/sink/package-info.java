/** Tests of printing. */
package dev.millrace.connectors.basic.sink;
