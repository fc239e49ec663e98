/** Tests of options. */
package dev.millrace.core.option;
