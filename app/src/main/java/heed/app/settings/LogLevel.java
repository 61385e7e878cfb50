package heed.app.settings;

/** Names the least level of our own lines in the log file. */
public enum LogLevel {
    ERROR,
    WARN,
    INFO,
    DEBUG
}
