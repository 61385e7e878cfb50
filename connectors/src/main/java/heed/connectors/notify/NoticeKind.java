package heed.connectors.notify;

/** What a notice is about. */
public enum NoticeKind {
    DROP("drop", "HeedDrop"),
    RISE("rise", "HeedRise"),
    SILENCE("silence", "HeedSilence"),
    EPISODE("episode", "HeedEpisode"),
    /** More of a hospital's comments are about a theme: told to routes alone that ask for it. */
    THEME_RISE("theme-rise", "HeedThemeRise"),
    /** Nothing: a route is tried. */
    TRIAL("trial", "HeedTrial");

    private final String code;
    private final String alert;

    NoticeKind(String code, String alert) {
        this.code = code;
        this.alert = alert;
    }

    /** Returns it as messages write it. */
    public String code() {
        return code;
    }

    /** Returns what an alert of it is called. */
    public String alert() {
        return alert;
    }
}
