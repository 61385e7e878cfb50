package heed.app.settings;

/** Names the form of a line of the log file. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** One JSON object a line, for programs that gather logs. */
    JSON
}
