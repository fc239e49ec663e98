/** Tests of reading files. */
package dev.millrace.connectors.basic.file.source;
