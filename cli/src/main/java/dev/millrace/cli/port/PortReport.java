package dev.millrace.cli.port;

import java.util.List;

/**
 * What a port did.
 *
 * @param sources how many Java sources were read
 * @param names how many names were replaced
 * @param copied how many other files were copied as they are
 * @param complaints the names that could not be mapped, in the order of files and lines
 * @param hints which dependencies of the build to exchange
 */
public record PortReport(int sources, int names, int copied, List<Complaint> complaints, List<String> hints) {}
