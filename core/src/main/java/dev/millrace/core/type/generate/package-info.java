/**
 * Code made at run time for the user's classes: one hidden class beside each, its nest mate, with direct field access.
 *
 * <p>Rule of the room: it knows codecs and bytecode, not the type system; what it makes holds no state but its plan. Where
 * no class can be defined (hidden classes, class loaders that do not see the engine, methods beyond the virtual machine's
 * limit) {@code InterpretedCodec} does the same by method handles.
 */
package dev.millrace.core.type.generate;
