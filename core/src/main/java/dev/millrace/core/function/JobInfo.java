package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/**
 * Says which job a function runs in.
 *
 * @param id unique among all jobs ever submitted
 * @param name what the user called it
 */
@ModelApi
public record JobInfo(String id, String name) implements Serializable {

    public String getJobId() {
        return id;
    }

    public String getJobName() {
        return name;
    }
}
