package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.Path;
import dev.millrace.core.format.InputSplit;

/** A part of a file. */
@ModelApi
public class FileInputSplit implements InputSplit {
    private static final long serialVersionUID = 1;

    private final int number;
    private final Path file;
    private final long start;
    private final long length;

    /**
     * @param start bytes before the split
     * @param length bytes in it; -1 for the whole file
     * @param hosts where the bytes are; makes no difference
     */
    public FileInputSplit(int number, Path file, long start, long length, String[] hosts) {
        this.number = number;
        this.file = file;
        this.start = start;
        this.length = length;
    }

    @Override
    public int getSplitNumber() {
        return number;
    }

    public Path getPath() {
        return file;
    }

    public long getStart() {
        return start;
    }

    public long getLength() {
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileInputSplit that
                && number == that.number
                && start == that.start
                && length == that.length
                && file.equals(that.file);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * file.hashCode() + Long.hashCode(start)) + number;
    }

    @Override
    public String toString() {
        return "split " + number + " of " + file + " from byte " + start + ", " + length + " bytes";
    }
}
