package dev.millrace.state.snapshot;

/**
 * A line of a part file's table of contents.
 *
 * @param keyGroup the group, or -1 when the section is not one
 * @param offset where its first byte stands in the file
 * @param length bytes
 * @param checksum CRC-32C of its bytes
 */
record Section(String operator, SectionKind kind, int keyGroup, long offset, long length, int checksum) {}
