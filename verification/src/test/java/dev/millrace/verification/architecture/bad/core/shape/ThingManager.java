package dev.millrace.verification.architecture.bad.core.shape;

final class ThingManager {}
