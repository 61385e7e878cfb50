package heed.app.audit;

/** Hears how far a recount has come; one call at a time. */
public interface Progress {

    /** Says how much of the input has been counted, in offsets. */
    void counted(long done, long total);

    /** Says how much of the score topic has been compared, in offsets. */
    void compared(long done, long total);
}
