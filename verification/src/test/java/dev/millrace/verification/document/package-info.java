/** The programs in the project's pages: those marked as such are compiled and run by the build. */
package dev.millrace.verification.document;
