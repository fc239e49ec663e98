package dev.millrace.core.option;

import dev.millrace.core.ModelApi;
import java.io.Serializable;
import java.util.Objects;

/**
 * The name of a group of operators that share slots, and what a slot of theirs should have.
 *
 * <p>Only the name counts: slots have no sizes here.
 */
@ModelApi
public class SlotSharingGroup implements Serializable {
    private static final long serialVersionUID = 1;

    private final String name;

    private SlotSharingGroup(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    public static Builder newBuilder(String name) {
        return new Builder(name);
    }

    public String getName() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotSharingGroup that && that.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "SlotSharingGroup{" + name + "}";
    }

    /** A group whose resources are still to be said; they count nothing. */
    @ModelApi
    public static class Builder {

        private final String name;

        private Builder(String name) {
            this.name = name;
        }

        public Builder setCpuCores(double cores) {
            return this;
        }

        public Builder setTaskHeapMemory(MemorySize size) {
            return this;
        }

        public Builder setTaskHeapMemoryMB(int megabytes) {
            return this;
        }

        public Builder setTaskOffHeapMemory(MemorySize size) {
            return this;
        }

        public Builder setTaskOffHeapMemoryMB(int megabytes) {
            return this;
        }

        public Builder setManagedMemory(MemorySize size) {
            return this;
        }

        public Builder setManagedMemoryMB(int megabytes) {
            return this;
        }

        public Builder setExternalResource(String resource, double amount) {
            return this;
        }

        public SlotSharingGroup build() {
            return new SlotSharingGroup(name);
        }
    }
}
