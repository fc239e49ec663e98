package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;
import java.io.Serializable;

/** Says which files and directories are left out. */
@ModelApi
public abstract class FilePathFilter implements Serializable {
    private static final long serialVersionUID = 1;

    /** Whether the path is left out. */
    public abstract boolean filterPath(Path filePath);

    /** Leaves out what is hidden or half written: names that begin with a dot or an underscore. */
    public static FilePathFilter createDefaultFilter() {
        return new HiddenFiles();
    }

    private static final class HiddenFiles extends FilePathFilter {
        private static final long serialVersionUID = 1;

        @Override
        public boolean filterPath(Path filePath) {
            String name = filePath.getName();
            return name.startsWith(".") || name.startsWith("_");
        }
    }
}
