package heed.app.settings;

/** Whether what comments are about is kept beside them. */
public enum ThemeUse {
    /** It is found where comments are read, and kept nowhere. */
    UNCOUNTED,
    /** It stands on a topic of its own, and is counted by hospital, week and theme. */
    COUNTED,
    /** It is counted, and rises in a theme's share of a hospital's comments are looked for. */
    WATCHED;

    /** Tells whether it is counted. */
    public boolean counts() {
        return this != UNCOUNTED;
    }
}
