package dev.millrace.state.naive;

import dev.millrace.core.type.TypeInformation;

/**
 * A state that the program has asked for.
 *
 * @param type what the program says of its values, or null
 */
record Definition(String kind, TypeInformation<?> type, Coding values, Coding keys, Object handle) {}
