package dev.millrace.state.snapshot;

import dev.millrace.core.file.FSDataOutputStream;
import dev.millrace.core.file.FileSystem;
import dev.millrace.core.file.Path;
import dev.millrace.core.memory.DataOutputView;
import dev.millrace.core.state.FrozenState;
import dev.millrace.core.state.KeyGroupRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the part file of one task: sections one after the other, then a table of contents, then a footer of fixed size.
 * Made, used and closed by one thread, in the background of the task.
 *
 * <pre>
 * file    = MAGIC:int VERSION:int section* contents footer
 * contents= count:varint (operator:text kind:byte keyGroup+1:varint offset:long length:long crc32c:int)*
 * footer  = contentsOffset:long contentsLength:int contentsCrc32c:int MAGIC:int
 * </pre>
 */
public final class TaskSnapshotWriter implements AutoCloseable {

    static final int MAGIC = 0x4D4C5250;
    static final int VERSION = 1;
    static final int FOOTER_BYTES = 20;

    private final FileSystem files;
    private final Path path;
    private final FSDataOutputStream stream;
    private final SectionOutput out;
    private final List<Section> contents = new ArrayList<>();
    private final List<OperatorPart> operators = new ArrayList<>();
    private Section open;
    private boolean finished;

    TaskSnapshotWriter(FileSystem files, Path path) throws IOException {
        this.files = files;
        this.path = path;
        try {
            this.stream = files.create(path, FileSystem.WriteMode.OVERWRITE);
        } catch (IOException failure) {
            throw SectionOutput.cannotWrite(path, failure);
        }
        this.out = new SectionOutput(path, stream);
        try {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.takeChecksum();
        } catch (IOException failure) {
            stream.close();
            throw failure;
        }
    }

    /**
     * Writes all that an operator has: its keyed state and its lists, either of which may be null.
     *
     * @param operator the operator's stable id, or {@link TaskSnapshot#TASK}; each only once
     * @param keyGroups the key groups that the instance owns
     */
    public void operator(String operator, KeyGroupRange keyGroups, FrozenState keyed, OperatorListsWriter lists)
            throws IOException {
        if (keyed != null) {
            keyed.writeTo(new KeyedSections(operator));
        }
        List<NamedList> named = lists == null ? List.of() : lists.lists();
        if (!named.isEmpty()) {
            begin(operator, SectionKind.LISTS, -1);
            lists.writeTo(out);
        }
        end();
        if (keyed != null || !named.isEmpty()) {
            operators.add(new OperatorPart(operator, keyed == null ? null : keyGroups, named));
        }
    }

    /** Ends the file and makes it durable. */
    public TaskSnapshot finish() throws IOException {
        long offset = out.position();
        out.writeVarInt(contents.size());
        for (Section section : contents) {
            out.writeText(section.operator());
            out.writeByte(section.kind().ordinal());
            out.writeVarInt(section.keyGroup() + 1);
            out.writeLong(section.offset());
            out.writeLong(section.length());
            out.writeInt(section.checksum());
        }
        int length = (int) (out.position() - offset);
        int checksum = out.takeChecksum();
        out.writeLong(offset);
        out.writeInt(length);
        out.writeInt(checksum);
        out.writeInt(MAGIC);
        out.takeChecksum();
        try {
            stream.sync();
            stream.close();
        } catch (IOException failure) {
            throw SectionOutput.cannotWrite(path, failure);
        }
        finished = true;
        return new TaskSnapshot(path.getName(), out.position(), operators);
    }

    /** Deletes the file unless it was finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            stream.close();
            files.delete(path, false);
        }
    }

    private DataOutputView begin(String operator, SectionKind kind, int keyGroup) throws IOException {
        end();
        open = new Section(operator, kind, keyGroup, out.position(), 0, 0);
        return out;
    }

    private void end() throws IOException {
        if (open != null) {
            long length = out.position() - open.offset();
            contents.add(new Section(
                    open.operator(), open.kind(), open.keyGroup(), open.offset(), length, out.takeChecksum()));
            open = null;
        }
    }

    private final class KeyedSections implements FrozenState.Sections {

        private final String operator;

        KeyedSections(String operator) {
            this.operator = operator;
        }

        @Override
        public DataOutputView header() throws IOException {
            return begin(operator, SectionKind.KEYED_HEADER, -1);
        }

        @Override
        public DataOutputView group(int keyGroup) throws IOException {
            return begin(operator, SectionKind.KEY_GROUP, keyGroup);
        }
    }
}
