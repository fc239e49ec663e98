package dev.millrace.stream.custom;

import dev.millrace.core.ModelApi;

/** Whether an operator may share a task with others; kept as a value only: streams say it, as in {@code startNewChain()}. */
@ModelApi
public enum ChainingStrategy {
    ALWAYS,
    NEVER,
    HEAD,
    HEAD_WITH_SOURCES
}
