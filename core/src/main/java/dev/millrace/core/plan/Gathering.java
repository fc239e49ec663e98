package dev.millrace.core.plan;

/** Which records of an operator wait until others have ended. Only in {@linkplain JobSettings#batch batch} is there any. */
public enum Gathering {
    /** None: records are taken as they come. */
    NONE,
    /**
     * Those of inputs with keys, for the end of all inputs; then they come key by key, and each key's state is given up
     * before the next one comes. Inputs without keys are taken as they come.
     */
    BY_KEY,
    /** Those of input 0, for the end of the other inputs; then they come in the order in which they arrived. */
    BEHIND_OTHERS
}
