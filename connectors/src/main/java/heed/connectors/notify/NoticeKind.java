package heed.connectors.notify;

import java.util.Locale;

/** What a notice is about. */
public enum NoticeKind {
    DROP,
    RISE,
    SILENCE,
    EPISODE,
    /** Nothing: a route is tried. */
    TRIAL;

    /** Returns it as messages write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
