/** Gives records timestamps and finds watermarks in the middle of a job. */
package dev.millrace.stream.watermark;
