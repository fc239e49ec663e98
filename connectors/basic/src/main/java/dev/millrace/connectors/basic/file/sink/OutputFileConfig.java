package dev.millrace.connectors.basic.file.sink;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** How the names of output files begin and end. */
@ModelApi
public record OutputFileConfig(String partPrefix, String partSuffix) implements Serializable {

    /** Begins with the prefix {@code part} and no suffix. */
    public static OutputFileConfigBuilder builder() {
        return new OutputFileConfigBuilder();
    }

    public String getPartPrefix() {
        return partPrefix;
    }

    public String getPartSuffix() {
        return partSuffix;
    }

    /** Says how names begin and end. */
    @ModelApi
    public static final class OutputFileConfigBuilder {

        private String prefix = "part";
        private String suffix = "";

        private OutputFileConfigBuilder() {}

        public OutputFileConfigBuilder withPartPrefix(String partPrefix) {
            this.prefix = partPrefix;
            return this;
        }

        public OutputFileConfigBuilder withPartSuffix(String partSuffix) {
            this.suffix = partSuffix;
            return this;
        }

        public OutputFileConfig build() {
            return new OutputFileConfig(prefix, suffix);
        }
    }
}
