/**
 * What users may rely on: the public packages, their signatures, and which class of the known API is which of ours.
 *
 * <p>The rule of the room: the lists are files under {@code docs}, and the code is compared with them, never the other
 * way round; only an explicit request writes the file of signatures anew.
 */
package dev.millrace.verification.api;
