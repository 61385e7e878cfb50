package heed.monitoring.actions;

/** Says that an act is not known to be kept. Never holds what the act says. */
public final class NotRecordedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotRecordedException(String message) {
        super(message);
    }
}
