package dev.millrace.verification.architecture.bad.core.shape;

import dev.millrace.core.ModelApi;

@ModelApi
class HiddenKnown {}
