package dev.millrace.verification.architecture.bad.core.shape;

class OpenClass {}
