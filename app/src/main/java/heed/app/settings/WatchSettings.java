package heed.app.settings;

import heed.schemas.WatchTime;
import heed.schemas.figures.FalseShare;
import heed.topology.detect.WatchMethod;
import java.util.List;
import java.util.SortedMap;

/** Declares the settings under {@code watch}. */
final class WatchSettings {

    static final Setting<Integer> FALSE_ALARM_DAYS = new Setting<>(
            "watch.false-alarm-days",
            ValueTypes.wholeNumber(30, 73_000),
            "730",
            "Days between false alarms that an overall measure of a hospital is held to");
    static final Setting<Integer> UNIT_FALSE_ALARM_DAYS = new Setting<>(
            "watch.unit-false-alarm-days",
            ValueTypes.wholeNumber(30, 73_000),
            "730",
            "The same for a unit: units have a budget of their own");
    static final Setting<SortedMap<String, Integer>> MEASURE_FALSE_ALARM_DAYS = new Setting<>(
            "watch.measure-false-alarm-days",
            ValueTypes.wholeNumbersByName("MEASURE", "DAYS", 30, 73_000),
            "",
            "Measures with days of their own, such as fft-2020.positive=365; in proportion where hospital or unit differ");
    static final Setting<Integer> PUBLISHED_FALSE_ALARM_DAYS = new Setting<>(
            "watch.published-false-alarm-days",
            ValueTypes.wholeNumber(30, 1_000_000),
            "6083",
            "Days between false alarms of a measure for readers of many hospitals: one a month for 200 hospitals");
    static final Setting<Integer> SILENCE_FALSE_ALARM_DAYS = new Setting<>(
            "watch.silence-false-alarm-days",
            ValueTypes.wholeNumber(30, 73_000),
            "365",
            "Days between false silences that a hospital or ward is held to");
    static final Setting<Integer> EPISODE_FALSE_ALARM_DAYS = new Setting<>(
            "watch.episode-false-alarm-days",
            ValueTypes.wholeNumber(30, 73_000),
            "3650",
            "Days between false episodes of a measure, many hospitals that fall at once by chance");
    static final Setting<WatchTime> WATCH_TIME = new Setting<>(
            "watch.time",
            ValueTypes.oneOf(List.of(WatchTime.GIVEN, WatchTime.ARRIVAL)),
            "given",
            "Which time of a response the watch goes by, where the hospitals' file does not say");
    static final Setting<WatchMethod> WATCH_RULE = new Setting<>(
            "watch.rule",
            ValueTypes.oneOf(List.of(WatchMethod.values()), WatchMethod::version),
            WatchMethod.DEFAULT.version(),
            "How the answers of a day are judged together; watch-2 knows how days differ that correlate");
    static final Setting<FalseShare> LIST_FALSE_SHARE = new Setting<>(
            "watch.list-false-share",
            ValueTypes.falseShare(),
            "0.10",
            "Share of the lines listed for readers of many wards that may be there by chance");

    static final List<Setting<?>> ALL = List.of(
            FALSE_ALARM_DAYS,
            UNIT_FALSE_ALARM_DAYS,
            MEASURE_FALSE_ALARM_DAYS,
            PUBLISHED_FALSE_ALARM_DAYS,
            SILENCE_FALSE_ALARM_DAYS,
            EPISODE_FALSE_ALARM_DAYS,
            WATCH_TIME,
            WATCH_RULE,
            LIST_FALSE_SHARE);

    private WatchSettings() {}
}
