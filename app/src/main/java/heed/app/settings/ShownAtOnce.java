package heed.app.settings;

/** How many browsers are kept up to date, and of how many lines, open drops and silences metrics tell. */
public record ShownAtOnce(int streams, int metricLines) {}
