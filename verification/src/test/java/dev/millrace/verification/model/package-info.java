/**
 * Operators held against plain models: the real tasks run a random script, with snapshots, restores, crashes and other
 * parallelisms in its midst, and say what lists and loops say that have never heard of them.
 *
 * <p>Rule of the room: a model uses nothing of the engine; {@code -Dmillrace.model.cases=N} runs N cases of each property.
 */
package dev.millrace.verification.model;
