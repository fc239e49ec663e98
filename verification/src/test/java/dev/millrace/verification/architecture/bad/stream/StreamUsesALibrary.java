package dev.millrace.verification.architecture.bad.stream;

import org.assertj.core.api.Assertions;

final class StreamUsesALibrary {
    Assertions library;
}
