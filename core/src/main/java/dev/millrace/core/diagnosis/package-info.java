/**
 * What a job says of itself to people: how its vertices do, and why nothing comes out. Data; safe for use by any thread.
 */
package dev.millrace.core.diagnosis;
