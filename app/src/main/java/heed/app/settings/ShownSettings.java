package heed.app.settings;

import java.util.List;

/** Declares how much of what Heed knows it shows at once. */
final class ShownSettings {

    static final Setting<Integer> STREAMS = new Setting<>(
            "page.streams",
            ValueTypes.wholeNumber(2, 2_000),
            "200",
            "Browsers and programs that are kept up to date at once; one person or program, or client address where nobody signs in, has half of that");
    static final Setting<Integer> METRIC_LINES = new Setting<>(
            "page.metric-lines",
            ValueTypes.wholeNumber(1, 200_000),
            "5000",
            "Measures of hospitals, open drops and silences, so many of each, that /metrics has series of; alerts know no others");

    static final List<Setting<?>> ALL = List.of(STREAMS, METRIC_LINES);

    private ShownSettings() {}

    /** Returns what they say. */
    static ShownAtOnce read(ServerAccessReader.Values values) {
        return new ShownAtOnce(values.of(STREAMS), values.of(METRIC_LINES));
    }
}
