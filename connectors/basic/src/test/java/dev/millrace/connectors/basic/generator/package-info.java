/** Tests of generated records and rates. */
package dev.millrace.connectors.basic.generator;
