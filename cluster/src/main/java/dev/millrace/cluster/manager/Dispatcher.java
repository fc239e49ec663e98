package dev.millrace.cluster.manager;

import dev.millrace.cluster.job.JobEnvironment;
import dev.millrace.cluster.job.JobMaster;
import dev.millrace.cluster.job.JobSubmission;
import dev.millrace.cluster.protocol.ControlMessage;
import dev.millrace.cluster.protocol.ControlMessage.FromTask;
import dev.millrace.cluster.protocol.ControlMessage.JobEnded;
import dev.millrace.cluster.protocol.ControlMessage.SubmitJob;
import dev.millrace.cluster.protocol.Failure;
import dev.millrace.cluster.protocol.JavaBytes;
import dev.millrace.cluster.protocol.NodeId;
import dev.millrace.core.fact.CheckpointFacts;
import dev.millrace.core.plan.JobGraph;
import dev.millrace.core.plan.JobStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes in jobs, gives each a job master, and passes on what is meant for it. */
final class Dispatcher {

    private final JobEnvironment environment;
    private final JobClasses classes;
    private final Map<String, List<ControlMessage>> arriving = new LinkedHashMap<>();
    private final Map<String, JobMaster> jobs = new LinkedHashMap<>();

    Dispatcher(JobEnvironment environment, JobClasses classes) {
        this.environment = environment;
        this.classes = classes;
    }

    /** Takes in a job; one that is known already is not taken in again. */
    void submit(NodeId client, SubmitJob message) {
        if (jobs.containsKey(message.job()) || arriving.putIfAbsent(message.job(), new ArrayList<>()) != null) {
            return;
        }
        ClassLoader userClasses = classes.of(message.job());
        environment
                .node()
                .offload(() -> JavaBytes.read(message.graph(), JobGraph.class, userClasses), (graph, failure) -> {
                    List<ControlMessage> requests = arriving.remove(message.job());
                    if (failure != null) {
                        refuse(client, message.job(), failure);
                    } else {
                        begin(new JobSubmission(message.job(), graph, userClasses, client), requests);
                    }
                });
    }

    private void refuse(NodeId client, String job, Throwable why) {
        String remark = "its job graph cannot be read";
        environment
                .courier()
                .send(
                        client,
                        new JobEnded(job, JobStatus.FAILED, 0, null, CheckpointFacts.OFF, Failure.of(why), remark));
    }

    private void begin(JobSubmission submission, List<ControlMessage> requests) {
        JobMaster master = new JobMaster(submission, environment);
        jobs.put(submission.id(), master);
        master.start();
        requests.forEach(master::onRequest);
    }

    /** Passes on what a client wants of a job; nothing is left to want of a job that has ended. */
    void request(String job, ControlMessage message) {
        if (arriving.containsKey(job)) {
            arriving.get(job).add(message);
        } else if (jobs.containsKey(job)) {
            jobs.get(job).onRequest(message);
        }
    }

    void fromTask(FromTask message) {
        JobMaster job = jobs.get(message.task().jobId());
        if (job != null) {
            job.onTaskMessage(message);
        }
    }

    void onTick(long nowMillis) {
        each(job -> job.onTick(nowMillis));
        jobs.values().removeIf(JobMaster::hasEnded);
    }

    void taskManagerLost(NodeId lost) {
        each(job -> job.taskManagerLost(lost));
    }

    void suspendAll() {
        each(JobMaster::suspend);
    }

    private void each(Consumer<JobMaster> action) {
        List.copyOf(jobs.values()).forEach(action);
    }

    JobMaster job(String id) {
        return jobs.get(id);
    }
}
