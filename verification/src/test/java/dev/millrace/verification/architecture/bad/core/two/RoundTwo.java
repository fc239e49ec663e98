package dev.millrace.verification.architecture.bad.core.two;

import dev.millrace.verification.architecture.bad.core.one.RoundOne;

public final class RoundTwo {
    RoundOne other;
}
