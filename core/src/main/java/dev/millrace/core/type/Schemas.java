package dev.millrace.core.type;

import dev.millrace.core.memory.DataInputView;
import dev.millrace.core.memory.DataOutputView;
import java.io.IOException;
import java.util.List;

/**
 * The append-only list of schemas of one state or channel; each value is written with the id of its schema, so that one
 * lane holds values of several classes, and null.
 *
 * <p>Adding and reading are thread-safe; ids never change. What a list wrote can be read by any list that begins with the
 * same schemas.
 */
public interface Schemas {

    /** Writes a value or null; adds the schema of its class when it is new here. */
    void write(Object value, DataOutputView out) throws IOException;

    /**
     * Reads a value or null. When its class has changed since, fields are matched by name: a field that was added has its
     * default, one that was removed is skipped.
     *
     * @throws TypeException when the class is gone, or a field changed to an incompatible kind; the message names it
     */
    Object read(DataInputView in) throws IOException;

    /** The schemas added so far, in the order of their ids. */
    List<Schema> list();

    /** The number of schemas; to be compared with an earlier number, to know whether {@link #writeFrom} has news. */
    int size();

    /** Writes the whole list, for {@link TypeSystem#readSchemas}. */
    void writeTo(DataOutputView out) throws IOException;

    /** Writes the schemas from the given position of the list on, for {@link #readMore}. */
    void writeFrom(int first, DataOutputView out) throws IOException;

    /** Appends what {@link #writeFrom} wrote on the other side. */
    void readMore(DataInputView in) throws IOException;
}
