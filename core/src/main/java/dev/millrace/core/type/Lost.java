package dev.millrace.core.type;

import java.util.Map;

/** What was read of an object whose class is gone: enough to skip it, and to say what it was. */
record Lost(String className, Map<String, Object> fields) {}
