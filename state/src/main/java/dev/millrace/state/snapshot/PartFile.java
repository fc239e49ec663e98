package dev.millrace.state.snapshot;

import dev.millrace.core.file.FSDataInputStream;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.memory.BytesInput;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A part file being read; sections are checked when they are read. One thread at a time. */
final class PartFile implements AutoCloseable {

    private final Path path;
    private final FSDataInputStream stream;
    private final List<Section> contents;

    private PartFile(Path path, FSDataInputStream stream, List<Section> contents) {
        this.path = path;
        this.stream = stream;
        this.contents = contents;
    }

    /**
     * Opens a file and reads its table of contents.
     *
     * @param bytes the length that the manifest gives
     */
    static PartFile open(FileSystem files, Path path, long bytes) throws IOException {
        long found;
        try {
            found = files.getFileStatus(path).length();
        } catch (FileNotFoundException absent) {
            throw new DamagedCheckpointException(path, "is absent, though its manifest names it", absent);
        }
        if (found != bytes || bytes < TaskSnapshotWriter.FOOTER_BYTES) {
            throw new DamagedCheckpointException(path, "has " + found + " bytes instead of " + bytes, null);
        }
        FSDataInputStream stream = files.open(path);
        try {
            return new PartFile(path, stream, contents(path, stream, bytes));
        } catch (IOException | RuntimeException failure) {
            stream.close();
            throw failure;
        }
    }

    private static List<Section> contents(Path path, FSDataInputStream stream, long bytes) throws IOException {
        BytesInput footer = new BytesInput(
                read(path, stream, bytes - TaskSnapshotWriter.FOOTER_BYTES, TaskSnapshotWriter.FOOTER_BYTES));
        long offset = footer.readLong();
        int length = footer.readInt();
        int checksum = footer.readInt();
        if (footer.readInt() != TaskSnapshotWriter.MAGIC
                || offset < 0
                || length < 0
                || offset + length != bytes - TaskSnapshotWriter.FOOTER_BYTES) {
            throw new DamagedCheckpointException(path, "does not end as a part file does", null);
        }
        BytesInput head = new BytesInput(read(path, stream, 0, 8));
        int magic = head.readInt();
        int version = head.readInt();
        if (magic != TaskSnapshotWriter.MAGIC) {
            throw new DamagedCheckpointException(path, "does not begin as a part file does", null);
        }
        if (version != TaskSnapshotWriter.VERSION) {
            throw new IOException("Checkpoint file " + path + " has format " + version + "; this version reads format "
                    + TaskSnapshotWriter.VERSION + "; restore it with the version that wrote it");
        }
        BytesInput in =
                new BytesInput(checked(path, "table of contents", read(path, stream, offset, length), checksum));
        List<Section> contents = new ArrayList<>();
        for (int left = in.readVarInt(); left > 0; left--) {
            contents.add(new Section(
                    in.readText(),
                    SectionKind.values()[in.readByte()],
                    in.readVarInt() - 1,
                    in.readLong(),
                    in.readLong(),
                    in.readInt()));
        }
        return contents;
    }

    /** The bytes of a section, or null when the file has none such. */
    BytesInput section(String operator, SectionKind kind, int keyGroup) throws IOException {
        for (Section section : contents) {
            if (section.kind() == kind
                    && section.keyGroup() == keyGroup
                    && section.operator().equals(operator)) {
                return read(section);
            }
        }
        return null;
    }

    private BytesInput read(Section section) throws IOException {
        if (section.length() > Integer.MAX_VALUE - 16) {
            throw new IOException(
                    "Key group " + section.keyGroup() + " of operator " + section.operator() + " in " + path + " has "
                            + section.length() + " bytes; a group can be read up to 2 GiB: raise the max parallelism");
        }
        byte[] bytes = read(path, stream, section.offset(), (int) section.length());
        String what = section.kind() + (section.keyGroup() < 0 ? "" : " " + section.keyGroup()) + " of operator "
                + section.operator();
        return new BytesInput(checked(path, what, bytes, section.checksum()));
    }

    private static byte[] checked(Path path, String what, byte[] bytes, int checksum) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        if ((int) sum.getValue() != checksum) {
            throw new DamagedCheckpointException(path, "is damaged: the checksum of its " + what + " is wrong", null);
        }
        return bytes;
    }

    private static byte[] read(Path path, FSDataInputStream stream, long offset, int length) throws IOException {
        stream.seek(offset);
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new DamagedCheckpointException(
                    path,
                    "is cut off",
                    new EOFException("read " + bytes.length + " of " + length + " bytes at " + offset));
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
