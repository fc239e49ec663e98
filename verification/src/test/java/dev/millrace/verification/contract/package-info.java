/** Every operator of the stream API in every variant of its running, and against models that share no code with the engine. */
package dev.millrace.verification.contract;
