package dev.millrace.connectors.basic.file.format;

import dev.millrace.core.ModelApi;
import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.format.RichOutputFormat;
import dev.millrace.core.option.Configuration;
import java.io.IOException;

/** Writes a file from one instance, or files named by the instances' numbers in a directory from several. */
@ModelApi
public abstract class FileOutputFormat<IT> extends RichOutputFormat<IT> {
    private static final long serialVersionUID = 1;

    protected Path outputFilePath;

    /** Where the bytes of this instance go. */
    protected transient FSDataOutputStream stream;

    private FileSystem.WriteMode writeMode = FileSystem.WriteMode.NO_OVERWRITE;
    private OutputDirectoryMode directoryMode = OutputDirectoryMode.PARONLY;

    public FileOutputFormat() {}

    public FileOutputFormat(Path outputPath) {
        outputFilePath = outputPath;
    }

    public void setOutputFilePath(Path path) {
        outputFilePath = path;
    }

    public Path getOutputFilePath() {
        return outputFilePath;
    }

    public void setWriteMode(FileSystem.WriteMode mode) {
        writeMode = mode;
    }

    public FileSystem.WriteMode getWriteMode() {
        return writeMode;
    }

    public void setOutputDirectoryMode(OutputDirectoryMode mode) {
        directoryMode = mode;
    }

    public OutputDirectoryMode getOutputDirectoryMode() {
        return directoryMode;
    }

    @Override
    public void configure(Configuration parameters) {}

    @Override
    public void open(int taskNumber, int numTasks) throws IOException {
        if (outputFilePath == null) {
            throw new IOException("the format has no path to write to; set one");
        }
        Path file = numTasks == 1 && directoryMode == OutputDirectoryMode.PARONLY
                ? outputFilePath
                : new Path(outputFilePath, getDirectoryFileName(taskNumber));
        stream = file.getFileSystem().create(file, writeMode);
    }

    /** The name of an instance's file in the directory. */
    protected String getDirectoryFileName(int taskNumber) {
        return String.valueOf(taskNumber + 1);
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
            stream = null;
        }
    }

    /** When there is a directory. */
    @ModelApi
    public enum OutputDirectoryMode {
        /** Always. */
        ALWAYS,
        /** With several instances only. */
        PARONLY
    }
}
