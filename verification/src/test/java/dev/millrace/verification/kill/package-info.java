/**
 * The kill test: the word count as a process of its own, killed again and again, ends with the counts of the shell. It sees
 * the shipped directory only, and shares no code with the engine.
 */
package dev.millrace.verification.kill;
