package heed.app.settings;

import java.util.Locale;

/**
 * Names the parts of Heed that may each show Kafka another identity, so that none may do what only another has to: the
 * page can't read what patients answered one by one.
 */
public enum Component {
    /** Kafka Streams, and what prepares the topics for it. */
    PIPELINE,
    /** What takes responses in, and says that it listens. */
    INTAKE,
    /** What people look at, and act by. */
    PAGE,
    /** What tells people outside of changes. */
    NOTIFIER,
    /** What reads comments to say what they are about, and counts them by theme. */
    THEMES,
    /** Every command but {@code up} and {@code demo}: it runs as whoever operates Heed. */
    COMMANDS;

    /** Returns the name that settings and messages have for it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
