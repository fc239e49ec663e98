package dev.millrace.testkit.simulation;

import dev.millrace.core.file.FileSystem;
import dev.millrace.network.ChannelHub;
import dev.millrace.runtime.TaskControl;
import dev.millrace.runtime.TaskDeployment;
import dev.millrace.runtime.TaskEvents;

/** The parts that a simulated cluster is joined from. Whoever tests the simulator itself hands in faulty ones. */
interface Parts {
    /** Every part as it is. */
    Parts SOUND = new Parts() {};

    /** The channels under their laws. */
    default ChannelHub channels(ChannelHub channels) {
        return channels;
    }

    /** The channels of one task as its gate and fanout see them, above their laws. */
    default ChannelHub lanes(ChannelHub channels) {
        return channels;
    }

    default FileSystem files(FileSystem files) {
        return files;
    }

    default TaskDeployment deployment(TaskDeployment deployment) {
        return deployment;
    }

    default TaskEvents events(TaskEvents events) {
        return events;
    }

    default TaskControl control(TaskControl control) {
        return control;
    }
}
