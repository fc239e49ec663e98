/** Tests of paths and of local files. */
package dev.millrace.core.file;
