package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** A message of a source's own between its enumerator and its readers. */
@ModelApi
public interface SourceEvent extends Serializable {}
