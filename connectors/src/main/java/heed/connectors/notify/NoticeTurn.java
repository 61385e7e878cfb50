package heed.connectors.notify;

import java.util.Locale;

/** What has happened to what a notice is about. */
public enum NoticeTurn {
    /** It is there now. */
    OPENED,
    /** It is larger than when it was told last, or there again. */
    WORSE,
    /** It is over. */
    ENDED;

    /** Returns it as messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
