package heed.connectors.notify;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.Severity;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.WatchTime;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Drops and routes that tests change as they need. */
public final class Sample {

    public static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    public static final URI PAGE = URI.create("https://heed.example.org/");

    private Sample() {}

    static Drop.Builder drop() {
        return Drop.newBuilder()
                .setDropId("d1")
                .setHospital("H1")
                .setUnit("Ward-7")
                .setMeasure("fft-2020.positive")
                .setState(DropState.OPEN)
                .setPhase(DropPhase.OPEN)
                .setAudience(Audience.INTERNAL)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setTurns(List.of())
                .setMix(List.of())
                .setSince(Instant.parse("2026-03-03T09:00:00Z"))
                .setOpenedAt(NOON)
                .setSeverity(Severity.MODERATE)
                .setBaseline(.93)
                .setScore(.84)
                .setScoreLow(.79)
                .setScoreHigh(.88)
                .setFall(.09)
                .setTunedFall(.10)
                .setEvidence(1.1)
                .setEvidenceYears(2)
                .setFalseAlarmDays(730)
                .setResponsesUsed(63)
                .setIcc(.01)
                .setRuleVersion("watch-2")
                .setRaisedToday(true)
                .setSentenceEn("The score is lower than usual.")
                .setSentenceCy("Mae'r sgôr yn is nag arfer.")
                .setAsOf(NOON);
    }

    /** A notice of a drop. */
    public static Notice notice(String about, String state, Severity size, Instant asOf) {
        return new Notice(
                NoticeKind.DROP,
                state.startsWith("ended") ? NoticeTurn.ENDED : NoticeTurn.OPENED,
                about,
                state,
                List.of("H1"),
                "Ward-7",
                "fft-2020.positive",
                Optional.of(size),
                asOf.minusSeconds(60),
                asOf,
                asOf,
                new Notice.Words("A drop at <H1>", "The score is lower & lower."),
                new Notice.Words("Gostyngiad", "Mae'r sgôr yn is nag arfer."),
                "/drops/" + about,
                Optional.empty(),
                Optional.empty());
    }

    /** The same of a drop whose days are told. */
    public static Notice drawn(String about, DropChart chart) {
        Notice plain = notice(about, "open-moderate", Severity.MODERATE, NOON);
        return new Notice(
                plain.kind(),
                plain.turn(),
                plain.about(),
                plain.state(),
                plain.hospitals(),
                plain.unit(),
                plain.measure(),
                plain.severity(),
                plain.since(),
                plain.asOf(),
                plain.told(),
                plain.english(),
                plain.welsh(),
                plain.path(),
                Optional.of(chart),
                Optional.empty());
    }

    /** What staff are told of {@link #drop}. */
    static Notice ofDrop() {
        return new Notices(new Disclosure(Audience.INTERNAL, 10), HospitalDirectory.empty(), Questionnaires.shipped())
                .of(drop().build())
                .orElseThrow();
    }

    /** The chart of {@link #days}, as staff are told of them from ten answers on. */
    public static DropChart chart() {
        return new Notices(new Disclosure(Audience.INTERNAL, 10), HospitalDirectory.empty(), Questionnaires.shipped())
                .of(drop().setTrail(days()).build())
                .flatMap(Notice::chart)
                .orElseThrow();
    }

    /** Days that led to the drop, of which 28 February and 1 March have too few answers to be told. */
    static List<EvidenceDay> days() {
        return List.of(
                day("2026-02-24", 21, .95),
                day("2026-02-25", 18, .94),
                day("2026-02-26", 24, .92),
                day("2026-02-27", 20, .95),
                day("2026-02-28", 9, .33),
                day("2026-03-01", 6, .5),
                day("2026-03-02", 22, .91),
                day("2026-03-03", 31, .84),
                day("2026-03-04", 32, .81));
    }

    static EvidenceDay day(String date, int n, double score) {
        return new EvidenceDay((int) LocalDate.parse(date).toEpochDay(), n, score, .93, .1);
    }

    static NoticeScope everything() {
        return new NoticeScope(
                Scope.EVERYWHERE, EnumSet.allOf(NoticeKind.class), Set.of(), Severity.MINOR, "severity: minor\n");
    }

    /** Returns a rise of a theme's share that was found with the week before the last one over. */
    static ThemeRise.Builder themeRise() {
        return ThemeRise.newBuilder()
                .setHospital("H1")
                .setTheme("timeliness")
                .setRuleVersion("themes-1")
                .setState(ThemeRiseState.OPEN)
                .setSince("2026-W06")
                .setFound("2026-W08")
                .setThrough("2026-W09")
                .setUsual(.118)
                .setUsualMost(.14)
                .setShare(.312)
                .setShareLeast(.29)
                .setComments(420L)
                .setWeeks(4)
                .setUsualWeeks(20)
                .setEvidenceYears(12)
                .setFalseAlarmDays(4380)
                .setWatchVersion("watch-2")
                .setMinimum(10);
    }
}
