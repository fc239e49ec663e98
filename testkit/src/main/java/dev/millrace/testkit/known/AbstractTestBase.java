package dev.millrace.testkit.known;

import dev.millrace.core.ModelApi;

/** What tests with a cluster extended; they need nothing here. */
@ModelApi
public abstract class AbstractTestBase {}
