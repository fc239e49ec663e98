/** Every operator of the stream API in every variant of its running, and with what an operator must never do. */
package dev.millrace.verification.contract;
