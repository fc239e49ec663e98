package dev.millrace.verification.architecture.bad.attic;

final class HomelessClass {}
