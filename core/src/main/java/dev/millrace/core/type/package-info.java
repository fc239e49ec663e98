/**
 * Types: how values of any class are written, read, copied, hashed, compared and described.
 *
 * <p>Rule of the room: nobody declares a type; it is chosen by the class of the value, and code for it is generated on
 * first use. What a user says explicitly wins. What cannot be handled is an error that names the field's path.
 *
 * <p><b>What a value is.</b> An object is its fields, but for static and transient ones; a superclass's fields count. A
 * class of the Java library is a value when it is built in; its fields are never opened. A value is a tree: an object that
 * appears twice in a mutable value is two objects after a copy, and an object that contains itself is an error.
 *
 * <p><b>The structural hash</b> decides which task owns a key, so it is the same for ever, on every machine. {@code mix} is
 * the finalizer of MurmurHash3 after adding an odd constant ({@link dev.millrace.core.type.codec.Mix}).
 *
 * <ul>
 *   <li>int, short, byte, char, boolean (as 0 or 1) and their boxes: {@code mix} of the number. long: 64-bit {@code mix},
 *       folded. float and double: {@code mix} of the bits, all NaN alike. So a Long and an Integer of one value differ.
 *   <li>String: {@code mix} of {@link java.lang.String#hashCode}, which the language specifies. Enum: of its name.
 *   <li>Records, tuples, objects: {@code h = number of fields}, then {@code h = 31 * h + hash of the field} in order, then
 *       {@code mix(h)}. Records by component, tuples by number, others by name, superclasses first. Null is a constant.
 *   <li>Lists, arrays of references, rows by position: the same over their elements. Arrays of primitives: {@code mix} of
 *       {@link java.util.Arrays#hashCode}.
 *   <li>Sets and maps: {@code mix} of their size plus the sum of their elements' (entries') hashes.
 *   <li>BigInteger: as a long where it fits one, otherwise by its two's complement bytes. BigDecimal: unscaled value, then
 *       scale, because 1.0 and 1.00 are not equal. Dates and times: the numbers they are written as.
 * </ul>
 *
 * <p>A class without {@code equals} and {@code hashCode} by content is no key. A class that has them must compare all its
 * non-transient fields.
 */
package dev.millrace.core.type;
