/** Programs in the names of the known API are ported by the command, compiled and run. */
package dev.millrace.verification.port;
