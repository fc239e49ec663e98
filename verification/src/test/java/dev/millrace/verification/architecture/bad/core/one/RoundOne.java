package dev.millrace.verification.architecture.bad.core.one;

import dev.millrace.verification.architecture.bad.core.two.RoundTwo;

public final class RoundOne {
    RoundTwo other;
}
