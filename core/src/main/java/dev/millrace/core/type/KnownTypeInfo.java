package dev.millrace.core.type;

/** tmp */
abstract class KnownTypeInfo<T> extends TypeInformation<T> {}
