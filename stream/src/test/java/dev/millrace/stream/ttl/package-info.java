/** Values that live for a time, against lists of what was written when. */
package dev.millrace.stream.ttl;
