package heed.connectors.notify;

import java.io.IOException;

/** Says that a receiver will never take a message. */
public final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Takes what the receiver said, without anything of the message. */
    public RefusedException(String message) {
        super(message);
    }
}
