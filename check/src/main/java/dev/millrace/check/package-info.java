/**
 * Seeded generators and shrinking for property tests.
 *
 * <p>The rule of the room: it depends on the JDK alone and is used by tests only. A case is a tape of choices; generators
 * read the tape and nothing else, so whatever they build, mapped or nested as deep as one likes, shrinks by shrinking
 * the tape. The same seed gives the same cases in any JVM.
 */
package dev.millrace.check;
