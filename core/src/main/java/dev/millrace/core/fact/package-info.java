/**
 * What a job says of itself when it is asked: its tasks, operators, splits, channels and checkpoints at one moment. Data
 * only; metrics and diagnoses are made of it. Travels in control messages, so it holds numbers, texts, lists and records.
 */
package dev.millrace.core.fact;
