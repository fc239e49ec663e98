package dev.millrace.verification.architecture.bad.core.shape;

import dev.millrace.core.ModelApi;

/** Breaks the rules of shape as types of the known API may. */
@ModelApi
public class KnownGoodCitizen {
    abstract static class AbstractMember {}
}
