package dev.millrace.verification.architecture.bad.core.shape;

/** Extends a type of the known API and throws one of the JDK's. */
final class UserGoodCitizen extends KnownGoodCitizen {
    enum Choice {
        ONE {
            @Override
            int number() {
                return 1;
            }
        };

        abstract int number();
    }

    static final class Refusal extends RuntimeException {}
}
