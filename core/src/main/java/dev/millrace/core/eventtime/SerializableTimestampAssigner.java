package dev.millrace.core.eventtime;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** A timestamp assigner that travels; what lambdas become. */
@ModelApi
@FunctionalInterface
public interface SerializableTimestampAssigner<T> extends TimestampAssigner<T>, Serializable {}
