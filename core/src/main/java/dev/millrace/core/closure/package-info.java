/**
 * Makes user functions fit to travel: drops outer objects that an inner function holds without use, and names what
 * cannot be serialized. Used while a program is written, by its thread.
 */
package dev.millrace.core.closure;
