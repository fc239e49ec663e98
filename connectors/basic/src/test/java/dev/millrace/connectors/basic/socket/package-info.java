/** Tests of reading sockets. */
package dev.millrace.connectors.basic.socket;
