package dev.millrace.cli.port;

import java.util.List;

/** A source after the port: its text, how many names were replaced, and what could not be. */
record PortedSource(String text, int names, List<Complaint> complaints) {}
