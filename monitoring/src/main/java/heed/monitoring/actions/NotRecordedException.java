package heed.monitoring.actions;

/** Says that an action is not known to be kept. Never holds what the action says. */
public final class NotRecordedException extends Exception {

    private static final long serialVersionUID = 1L;

    NotRecordedException(String message) {
        super(message);
    }
}
