/** Tests of writing files. */
package dev.millrace.connectors.basic.file.sink;
