/** Tests of how job graphs are made from the steps of a program. */
package dev.millrace.core.plan;
