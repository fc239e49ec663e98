package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** What every user function is: something serializable that travels to where the tasks run. */
@ModelApi
public interface Function extends Serializable {}
