package heed.app.backup;

/** Hears how far a backup or a restore is. */
public interface BackupProgress {

    /** Reports that {@code done} of about {@code total} records are copied; both are the same at the end. */
    void at(long done, long total);
}
