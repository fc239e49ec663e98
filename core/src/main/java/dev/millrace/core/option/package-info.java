/** Settings: typed options, what a program gets from its command line, and how a job is to be executed. Data only. */
package dev.millrace.core.option;
