/**
 * State of operators: what users hold ({@code ValueState} and its kin, with their descriptors), what an operator selects
 * keys with ({@code KeyedState}), and what a store of keyed state must be able to do ({@code StateBackend}).
 */
package dev.millrace.core.state;
