package heed.monitoring;

import static heed.monitoring.ChannelFixture.aChannelDay;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.ScoreFixture.aWeek;

import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.ChannelTally;
import heed.schemas.Comment;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Rated;
import heed.schemas.RiseState;
import heed.schemas.Score;
import heed.schemas.SilenceState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.Counted;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.theme.Theme;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fills a read model with ten invented hospitals as they might stand on 1 March 2026: one falling, one recovered, one
 * that is learned about, one with few answers, one that fell silent. The same every time.
 */
public final class Simulated {

    public static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    public static final Instant NOW = Instant.parse("2026-03-01T14:32:07Z");

    /** The page of a hospital's own staff, with the usual minimum. */
    public static final Disclosure STAFF = Disclosure.to(Audience.INTERNAL, new Minimums(10, 21));

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<String> NAMES = List.of(
            "Ashcombe General",
            "Brackenhill Infirmary",
            "Calder Mount Hospital",
            "Dovewater Hospital",
            "Elmsworth Royal",
            "Fenbridge General",
            "Garnet Vale Hospital",
            "Harrowfen Infirmary",
            "Ivelstone Hospital",
            "Juniper Cross Hospital");
    private static final List<String> MEASURES = List.of(
            "experience-1.dignity",
            "experience-1.information",
            "experience-1.involvement",
            "experience-1.support",
            "experience-1.overall");

    private static final List<Channel> CHANNELS =
            List.of(Channel.SMS, Channel.WEB, Channel.SMS, Channel.PAPER, Channel.SMS, Channel.WEB, Channel.KIOSK);

    private static final int LEARNT_ABOUT = 4;

    private final Random random = new Random(7);
    private final List<ChannelTally> tallies = new ArrayList<>();
    private final ReadModel model;

    private Simulated(ReadModel model) {
        this.model = model;
    }

    public static HospitalDirectory directory() {
        List<Hospital> hospitals = new ArrayList<>();
        for (int at = 0; at < NAMES.size(); at++) {
            hospitals.add(new Hospital(
                    code(at),
                    NAMES.get(at) + " (simulated)",
                    LONDON,
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.of(at % 2 == 0 ? "North" : "South")));
        }
        return HospitalDirectory.of(hospitals, LONDON);
    }

    public static String code(int at) {
        return "SIM-" + (char) ('A' + at);
    }

    /** Takes in everything but the drops, and publishes. */
    public static void scores(ReadModel model) {
        new Simulated(model).fill();
        model.publish();
    }

    /** Returns what was written at the first hospital in its last days, also what a page must not take for markup. */
    public static List<Comment> comments() {
        return List.of(
                comment(
                        "1",
                        Rated.POOR,
                        "en",
                        "Waited <b>four hours</b> & nobody told us why.",
                        NOW.minus(Duration.ofDays(1))),
                comment("2", Rated.POOR, null, "=1+1 The food was cold.", NOW.minus(Duration.ofDays(4))),
                comment("3", Rated.GOOD, "cy", "Roedd [name] yn garedig iawn.", NOW.minus(Duration.ofDays(2))),
                comment("4", Rated.GOOD, null, "Everybody explained what they did.", NOW.minus(Duration.ofDays(20))),
                comment("5", Rated.UNSTATED, null, "See you next year.", NOW.minus(Duration.ofDays(3))));
    }

    /** Returns as many comments about food as may be told of by themselves. */
    public static List<Comment> aboutFood() {
        return IntStream.range(0, 12)
                .mapToObj(at -> comment(
                        "food-" + at, Rated.GOOD, "en", "The food was warm.", NOW.minus(Duration.ofDays(1 + at % 5))))
                .toList();
    }

    /** Returns what one of {@link #comments} is about. */
    public static List<Theme> themes(Comment comment) {
        return comment.getText().contains("food") ? List.of(Theme.FOOD) : List.of();
    }

    private static Comment comment(String id, Rated rated, @Nullable String language, String text, Instant at) {
        return new Comment("comment-" + id, 1, code(0), "WARD-1", null, language, rated, text, at);
    }

    /** Takes in an open drop at the first hospital and a recovered one at the third, and publishes. */
    public static void drops(ReadModel model) {
        model.put(aDrop().at(code(0))
                .measure("experience-1.involvement")
                .between(Instant.parse("2026-02-18T08:00:00Z"), Instant.parse("2026-02-22T10:41:00Z"))
                .with(drop -> drop.setTrail(trail())
                        .setMix(List.of(MixCheck.newBuilder()
                                .setDimension(MixDimension.CHANNEL)
                                .setFall(0.13)
                                .setFallHeld(0.12)
                                .setCovered(0.9)
                                .setNBefore(900L)
                                .setNSince(110L)
                                .setVerdict(MixVerdict.REMAINS)
                                .build())))
                .open());
        model.put(aDrop().id("0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .at(code(2))
                .measure("experience-1.support")
                .between(Instant.parse("2026-01-20T08:00:00Z"), Instant.parse("2026-01-26T16:05:00Z"))
                .recovered(Instant.parse("2026-02-17T11:20:00Z"))
                .build());
        model.publish();
    }

    /** Returns the days that led to the first hospital's alarm: nothing for a week, then ever more. */
    private static List<EvidenceDay> trail() {
        int last = (int) LocalDate.parse("2026-02-22").toEpochDay();
        double[] evidence = {.0002, .0004, .0003, .0008, .0004, .001, .0009, .003, .02, .09, .3, 1.21};
        int[] answers = {22, 18, 25, 4, 21, 19, 24, 26, 21, 7, 23, 20};
        List<EvidenceDay> days = new ArrayList<>();
        for (int at = 0; at < evidence.length; at++) {
            days.add(new EvidenceDay(
                    last - evidence.length + 1 + at,
                    answers[at],
                    at < 7 ? .9 + at % 3 * .02 : .79 - at % 3 * .03,
                    .912,
                    evidence[at]));
        }
        return days;
    }

    /**
     * Takes in what the watch tells beside drops, and publishes: a rise at the fourth hospital, silence at the sixth.
     */
    public static void news(ReadModel model) {
        model.put(WatchFixture.aRise(code(3), RiseState.OPEN));
        model.put(WatchFixture.aSilence(code(5), null, SilenceState.OPEN));
        model.publish();
    }

    /**
     * Takes in a year of weeks of the first hospital, and publishes: involvement falls at the end, dignity rises, and
     * in a few weeks there were too few answers or none; involvement on a ward of it; two years of months of the
     * eighth, which has few answers.
     */
    public static void weeks(ReadModel model) {
        Random random = new Random(11);
        LocalDate monday = LocalDate.parse("2026-02-23");
        for (int back = 56; back >= 0; back--) {
            if (back == 40) {
                continue;
            }
            int n = back == 30 ? 4 : 90 + random.nextInt(20);
            String weekOf = code(0);
            model.put(week(monday.minusWeeks(back), weekOf, "involvement", back < 3 ? .8 : .91, n, random));
            model.put(week(monday.minusWeeks(back), weekOf, "dignity", back < 9 ? .95 : .9, n, random));
            model.put(week(monday.minusWeeks(back), weekOf, "support", .92, n, random));
        }
        for (int back = 56; back >= 0; back--) {
            model.put(aWeek(monday.minusWeeks(back))
                    .at(code(0))
                    .unit("WARD-1")
                    .measure("experience-1.involvement")
                    .positive(back < 3 ? 28 : 36 + back % 4, 41));
        }
        for (int back = 20; back >= 1; back--) {
            int n = 40 + random.nextInt(30);
            model.put(aMonth(YearMonth.from(TODAY).minusMonths(back).toString())
                    .at(code(7))
                    .measure("experience-1.overall")
                    .positive(Math.round(n * (.88 + random.nextDouble() / 10)), n));
        }
        model.publish();
    }

    /** Takes in the first hospital's months of a year and a half, and publishes: involvement falls in the last. */
    public static void months(ReadModel model) {
        Random random = new Random(13);
        YearMonth last = YearMonth.from(TODAY);
        for (int back = 18; back >= 0; back--) {
            for (String measure : MEASURES) {
                int n = back == 0 ? 14 : 380 + random.nextInt(60);
                boolean fell = back <= 1 && measure.endsWith("involvement");
                double level = (fell ? .8 : .9) + random.nextDouble() / 50;
                YearMonth month = last.minusMonths(back);
                model.put(aMonth(month.toString())
                        .at(code(0))
                        .measure(measure)
                        .asOf(
                                back == 0
                                        ? NOW
                                        : month.atEndOfMonth().atTime(20, 0).toInstant(ZoneOffset.UTC))
                        .positive(Math.round(n * level), n));
            }
        }
        model.publish();
    }

    private static Score week(LocalDate monday, String code, String measure, double level, int n, Random random) {
        long good = IntStream.range(0, n)
                .filter(each -> random.nextDouble() < level)
                .count();
        return aWeek(monday).at(code).measure("experience-1." + measure).positive(good, n);
    }

    private void fill() {
        for (int at = 0; at < NAMES.size(); at++) {
            for (String measure : at == LEARNT_ABOUT ? List.<String>of() : MEASURES) {
                learned(at, null, measure);
                if (at == 0) {
                    learned(at, "WARD-1", measure);
                    learned(at, "WARD-2", measure);
                }
            }
        }
        for (int at = 0; at < NAMES.size(); at++) {
            int perDay = 6 + (at * 7) % 23;
            int first = at == LEARNT_ABOUT ? 19 : 84;
            int last = at == 8 ? 30 : 0;
            for (int back = first; back >= last; back--) {
                if (at == 7 && back % 5 != 0) {
                    continue;
                }
                day(at, back, at == 7 ? 1 : Math.max(1, perDay + random.nextInt(7) - 3));
            }
        }
    }

    private void learned(int at, String unit, String measure) {
        double level = 0.88 + (at % 4) * 0.02 + MEASURES.indexOf(measure) * 0.008;
        boolean fell = at == 0 && unit == null && measure.endsWith("involvement");
        model.put(WatchFixture.aBaseline(
                new SeriesKey(code(at), unit, measure),
                Instant.parse("2026-01-10T10:00:00Z"),
                level,
                fell ? 23_456 : .02));
    }

    private void day(int at, int back, int answers) {
        LocalDate date = TODAY.minusDays(back);
        Instant arrival = back == 0
                ? NOW.minusSeconds(at * 613L)
                : date.atTime(21, at).atZone(LONDON).toInstant();
        tallies.clear();
        for (String measure : MEASURES) {
            double level = 0.88 + (at % 4) * 0.02 + MEASURES.indexOf(measure) * 0.008;
            boolean fell = at == 0 && measure.endsWith("involvement") && back <= 11;
            boolean low = at == 2 && measure.endsWith("support") && back <= 40 && back > 13;
            put(at, null, measure, date, arrival, answers, fell || low ? level - 0.14 : level);
            if (at == 0) {
                put(at, "WARD-1", measure, date, arrival, Math.max(1, answers / 2), fell ? level - 0.2 : level);
                put(at, "WARD-2", measure, date, arrival, Math.max(1, answers / 3), level);
                if (back % 9 == 0) {
                    put(at, "DAY-UNIT", measure, date, arrival, 1, level);
                }
            }
        }
        model.put(aChannelDay(date).at(code(at)).questionnaire("experience-1").of(tallies));
    }

    private void put(int at, String unit, String measure, LocalDate date, Instant arrival, int n, double level) {
        Map<Channel, Counted> byChannel = new EnumMap<>(Channel.class);
        for (int answer = 0; answer < n; answer++) {
            double draw = random.nextDouble();
            long points = draw < level - 0.05 ? 10_000 : draw < level + 0.05 ? 5_000 : 0;
            byChannel.merge(
                    CHANNELS.get(answer % CHANNELS.size()), new Counted(1, points, points * points), Counted::plus);
        }
        Counted all = byChannel.values().stream().reduce(Counted.NOTHING, Counted::plus);
        model.put(aDay(date)
                .at(code(at))
                .unit(unit)
                .measure(measure)
                .asOf(arrival)
                .of(n, all.sum(), all.sumOfSquares()));
        if (unit == null) {
            byChannel.forEach((channel, tally) ->
                    tallies.add(new ChannelTally(channel, measure, tally.n(), tally.sum(), tally.sumOfSquares())));
        }
    }
}
