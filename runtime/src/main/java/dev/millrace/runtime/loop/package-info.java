/**
 * Loops as their tasks see them: rounds that find out when a loop is quiet, the head that keeps event time and the end
 * outside until then, and the log of the records that a checkpoint meets on their way back.
 *
 * <p>Rule of the room: everything belongs to the task's thread. Tasks of a loop tell each other things by marks on the loop's
 * own channels only, behind the records before them.
 */
package dev.millrace.runtime.loop;
