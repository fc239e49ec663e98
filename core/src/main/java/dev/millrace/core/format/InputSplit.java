package dev.millrace.core.format;

import dev.millrace.core.ModelApi;
import java.io.Serializable;

/** A part of an input that one instance reads. */
@ModelApi
public interface InputSplit extends Serializable {

    /** The number of the split, from 0. */
    int getSplitNumber();
}
