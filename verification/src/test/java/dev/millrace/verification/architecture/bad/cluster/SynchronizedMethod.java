package dev.millrace.verification.architecture.bad.cluster;

final class SynchronizedMethod {
    synchronized void enter() {}
}
