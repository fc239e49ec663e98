package dev.millrace.verification.architecture.bad.runtime;

import dev.millrace.verification.architecture.bad.cluster.LockHolder;

final class RuntimeSeesCluster {
    LockHolder cluster;
}
