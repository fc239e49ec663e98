package dev.millrace.verification.architecture.bad.cluster;

import java.util.concurrent.locks.ReentrantLock;

public final class LockHolder {
    ReentrantLock lock;
}
