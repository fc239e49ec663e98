package dev.millrace.verification.architecture.bad.core.util;

final class InUtil {}
