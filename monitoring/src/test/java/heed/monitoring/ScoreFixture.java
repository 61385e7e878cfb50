package heed.monitoring;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Builds scores that say only what a test is about: {@code aDay("2026-03-01").at("H1").of(20, 180_000)}. */
public final class ScoreFixture {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Window window;
    private final String label;
    private final Instant start;
    private final Instant end;
    private String hospital = "H1";
    private String unit;
    private String measure = "fft-2020.positive";
    private Instant asOf;
    private boolean closed;

    private ScoreFixture(Window window, String label, LocalDate first, LocalDate next) {
        this.window = window;
        this.label = label;
        this.start = first.atStartOfDay(LONDON).toInstant();
        this.end = next.atStartOfDay(LONDON).toInstant();
        this.asOf = end.minusSeconds(3600);
    }

    public static ScoreFixture aDay(String date) {
        return aDay(LocalDate.parse(date));
    }

    public static ScoreFixture aDay(LocalDate date) {
        return new ScoreFixture(Window.DAY, date.toString(), date, date.plusDays(1));
    }

    /** The week of ISO 8601 that {@code monday} begins. */
    public static ScoreFixture aWeek(LocalDate monday) {
        String label = DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, 8);
        return new ScoreFixture(Window.WEEK, label, monday, monday.plusWeeks(1));
    }

    public static ScoreFixture aMonth(String month) {
        YearMonth of = YearMonth.parse(month);
        return new ScoreFixture(
                Window.MONTH, month, of.atDay(1), of.plusMonths(1).atDay(1));
    }

    public ScoreFixture at(String code) {
        this.hospital = code;
        return this;
    }

    public ScoreFixture unit(String code) {
        this.unit = code;
        return this;
    }

    public ScoreFixture measure(String name) {
        this.measure = name;
        return this;
    }

    public ScoreFixture asOf(Instant arrival) {
        this.asOf = arrival;
        return this;
    }

    public ScoreFixture asOf(String arrival) {
        return asOf(Instant.parse(arrival));
    }

    /** Tells whether the window is over at an instant. */
    public boolean endsBy(Instant instant) {
        return !end.isAfter(instant);
    }

    /** The window's lateness has passed: its row is final. */
    public ScoreFixture closed() {
        this.closed = true;
        return this;
    }

    /** Yes-or-no answers: {@code positive} of {@code n}. */
    public Score positive(long positive, long n) {
        return of(n, positive * 10_000, positive * 100_000_000);
    }

    public Score of(long n, long sum, long sumOfSquares) {
        return Score.newBuilder()
                .setHospital(hospital)
                .setUnit(unit)
                .setMeasure(measure)
                .setWindow(window)
                .setStart(start)
                .setEnd(end)
                .setLabel(label)
                .setN(n)
                .setSum(sum)
                .setSumOfSquares(sumOfSquares)
                .setSuppressed(n > 0 && n < 10)
                .setMinimum(10)
                .setAudience(new Minimums(10, 21).audienceOf(n))
                .setAsOf(asOf)
                .setFinal$(closed)
                .build();
    }
}
