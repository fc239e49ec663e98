/** The operators of broadcast state against plain maps. */
package dev.millrace.stream.broadcast;
