package dev.millrace.core.file;

import java.net.URI;

/** Makes the file system of the machine the process runs on. */
public final class LocalFileSystemFactory implements FileSystemFactory {

    @Override
    public String getScheme() {
        return FileSystem.LOCAL_SCHEME;
    }

    @Override
    public FileSystem create(URI fsUri) {
        return new LocalFileSystem();
    }
}
