package dev.millrace.core.function;

import dev.millrace.core.ModelApi;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that a program registered for its functions, by name. Files are not moved: each has to be a local file, or a
 * directory, under its path wherever tasks run. Safe for use by any thread.
 */
@ModelApi
public final class DistributedCache {

    private static final String LOCAL = "file:";

    private final SortedMap<String, DistributedCacheEntry> entries;

    public DistributedCache(Map<String, DistributedCacheEntry> entries) {
        this.entries = new TreeMap<>(entries);
    }

    /**
     * The file of a name.
     *
     * @throws IllegalArgumentException when no file of the name was registered, or it is not where it was; says which are
     */
    public File getFile(String name) {
        DistributedCacheEntry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("no file was registered as '" + name + "', only " + entries.keySet()
                    + "; call registerCachedFile(path, \"" + name + "\") on the environment");
        }
        try {
            return entry.locate(name);
        } catch (IOException missing) {
            throw new IllegalArgumentException(missing.getMessage(), missing);
        }
    }

    /**
     * A file that was registered.
     *
     * @param filePath where it is
     * @param isExecutable whether it has to be a program that can be run
     */
    @ModelApi
    public record DistributedCacheEntry(String filePath, Boolean isExecutable) implements Serializable {

        /**
         * Finds the file.
         *
         * @param name under which it was registered
         * @throws IOException when it is not there, is not local, or should be executable and is not
         */
        public File locate(String name) throws IOException {
            boolean address = filePath.startsWith(LOCAL);
            if (!address && filePath.contains("://")) {
                throw new IOException("the cached file '" + name + "' is not local: " + filePath
                        + "; open it with FileSystem.get(...), or copy it to each host first");
            }
            File file = new File(address ? URI.create(filePath).getPath() : filePath);
            if (!file.exists()) {
                throw new FileNotFoundException("the cached file '" + name + "' is not at " + filePath
                        + "; it has to be there on every host that runs tasks");
            }
            if (isExecutable && !file.canExecute()) {
                throw new IOException("the cached file '" + name + "' at " + filePath
                        + " is not executable; make it so with chmod +x");
            }
            return file;
        }
    }
}
