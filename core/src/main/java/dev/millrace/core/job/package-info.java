/** What a program gets back from a job it ran. Data and thin views; safe for use by any thread. */
package dev.millrace.core.job;
