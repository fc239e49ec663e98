package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;

/** What the engine gives to a committer. */
@ModelApi
public interface CommitterInitContext extends InitContext {}
