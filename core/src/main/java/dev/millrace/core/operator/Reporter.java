package dev.millrace.core.operator;

/** An operator that hears how far what it {@linkplain OperatorContext#report reported} has been taken. */
public interface Reporter {

    /** Whoever submitted the job has taken this operator's reports on a channel up to a position of the two's own. */
    void onTaken(String channel, long position) throws Exception;
}
