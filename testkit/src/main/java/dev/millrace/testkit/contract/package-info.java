/**
 * The contract of operators: a part of a program gives the same results however its input is cut, its steps are stopped, and
 * its state is saved, restored and dealt out anew.
 *
 * <p>Rule of the room: the real tasks run; results are only ever compared with each other, or with what a test says.
 */
package dev.millrace.testkit.contract;
