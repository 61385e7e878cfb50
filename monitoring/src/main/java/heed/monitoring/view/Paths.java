package heed.monitoring.view;

import heed.schemas.Drop;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;

/** Says where things are: the path of each page, which under /api/v1 is that of the same things as figures. */
public final class Paths {

    /** Where the fallen ones of many lines are. */
    public static final String MANY_WARDS = "/many-wards";

    private Paths() {}

    /** Returns where a hospital's page is. */
    public static String hospital(String code) {
        return "/hospitals/" + encode(code);
    }

    /** Returns where the page of a ward, or another unit, of a hospital is. */
    public static String ward(String code, String unit) {
        return hospital(code) + "/wards/" + encode(unit);
    }

    /** Returns where the page of a place is, a hospital's or a ward's. */
    public static String place(PlaceKey place) {
        return place.unit() == null ? hospital(place.hospital()) : ward(place.hospital(), place.unit());
    }

    /** Returns where the page of its place shows a line of figures. */
    public static String line(SeriesKey key) {
        return place(key.place()) + "?measure=" + encode(key.measure());
    }

    /** Returns where the page of its place shows a line of figures from a day on, up to today. */
    public static String line(SeriesKey key, LocalDate from) {
        return line(key) + "&from=" + from + "#chart";
    }

    /** Returns where the SPC chart of a line of figures is. */
    public static String spc(SeriesKey key) {
        return hospital(key.hospital()) + "/spc" + query(key);
    }

    /** Returns where a line of figures is told day by day. */
    public static String series(SeriesKey key) {
        return hospital(key.hospital()) + "/series" + query(key);
    }

    /** Returns where it is told how the answers of a line came in. */
    public static String channels(SeriesKey key) {
        return hospital(key.hospital()) + "/channels" + query(key);
    }

    /** Returns where the notes on a hospital's charts are. */
    public static String notes(String code) {
        return hospital(code) + "/notes";
    }

    /** Returns where a note on the charts of a line of figures is written. */
    public static String notes(SeriesKey key) {
        return notes(key.hospital()) + query(key);
    }

    /** Returns where a drop's page is. */
    public static String drop(Drop drop) {
        return "/drops/" + encode(drop.getDropId());
    }

    /** Returns where a drop's page shows its line from a day on, up to today. */
    public static String drop(Drop drop, LocalDate from) {
        return drop(drop) + "?from=" + from + "#chart";
    }

    /** Returns where what patients wrote is, of a page that has it below itself. */
    public static String comments(String page) {
        return page + "/comments";
    }

    /** Returns where what patients wrote at a place is. */
    public static String comments(PlaceKey place) {
        return comments(hospital(place.hospital())) + (place.unit() == null ? "" : "?unit=" + encode(place.unit()));
    }

    /** Returns where a comparison is, by measure and month. */
    public static String league(String measure, String month) {
        return "/league/" + encode(measure) + "?month=" + month;
    }

    /** Returns where the ranks over all measures of a questionnaire are. */
    public static String overall(String questionnaire, String month) {
        return "/league/" + encode(questionnaire) + "/overall?month=" + month;
    }

    /** Returns where a hospital's report of a month is. */
    public static String report(String code, YearMonth month) {
        return report(code) + "?month=" + month;
    }

    /** Returns where a hospital's newest report is. */
    public static String report(String code) {
        return "/report/" + encode(code);
    }

    /** Returns text as it stands in a path or query. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(SeriesKey key) {
        return "?measure=" + encode(key.measure()) + (key.unit() == null ? "" : "&unit=" + encode(key.unit()));
    }
}
