package dev.millrace.core.connector;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/**
 * A reader that runs.
 *
 * @param subtaskId its number, from 0
 * @param location the name of its host
 */
@ModelApi
public record ReaderInfo(int subtaskId, String location) implements Serializable {

    public int getSubtaskId() {
        return subtaskId;
    }

    public String getLocation() {
        return location;
    }
}
