/**
 * A cluster within the process: the same job manager and task manager as anywhere, joined by a post in memory that encodes
 * and decodes what it carries. One for the whole process, there only while a job runs.
 */
package dev.millrace.cluster.local;
