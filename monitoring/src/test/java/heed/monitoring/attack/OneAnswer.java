package heed.monitoring.attack;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;

import heed.monitoring.ChannelFixture;
import heed.monitoring.DropFixture;
import heed.monitoring.EpisodeFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.ScoreFixture;
import heed.monitoring.ThemeFixture;
import heed.monitoring.WatchFixture;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Action;
import heed.schemas.Baseline;
import heed.schemas.Channel;
import heed.schemas.ChannelTally;
import heed.schemas.Filed;
import heed.schemas.MeasureChange;
import heed.schemas.Movement;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.Rise;
import heed.schemas.ThemeRise;
import heed.schemas.key.SeriesKey;
import heed.schemas.record.RecordCopy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the pipeline writes where one patient more answers at a busy hospital, and what stood before: in every topic
 * that the read model follows, but in that of acts, which no patient moves.
 */
final class OneAnswer {

    private static final Instant ARRIVAL = Instant.parse("2026-03-19T22:10:43.217Z");
    private static final LocalDate DAY = LocalDate.parse("2026-03-19");
    private static final SeriesKey LINE = new SeriesKey(AttackedMonths.BUSY, null, AttackedMonths.MEASURE);
    private static final String WARD = "A";
    /** A week that is over but not closed, in which the other hospital has answers: one that comes late moves it. */
    static final String OVER = "2026-02-16";

    private OneAnswer() {}

    /** Tells {@code model} what stood before the answer, and publishes. */
    static void before(ReadModel model) {
        records(30, ARRIVAL.minus(Duration.ofHours(3))).forEach(model::put);
        model.publish();
    }

    /** Tells {@code model} of the answer, and publishes. */
    static void come(ReadModel model) {
        records(31, ARRIVAL).forEach(model::put);
        model.publish();
    }

    /** Returns the topics of {@code model} that this class has nothing to say in. */
    static Set<String> unsaid(ReadModel model) {
        Set<Class<?>> said = records(30, ARRIVAL).stream().map(Object::getClass).collect(Collectors.toSet());
        return model.routes().stream()
                .filter(route -> !said.contains(route.topic().value())
                        && !route.topic().value().equals(Action.class))
                .map(route -> route.topic().name())
                .collect(Collectors.toSet());
    }

    private static List<SpecificRecord> records(long n, Instant at) {
        List<SpecificRecord> records = new ArrayList<>();
        for (String hospital : List.of(AttackedMonths.BUSY, AttackedMonths.FEW)) {
            for (ScoreFixture window : List.of(
                    ScoreFixture.aDay(DAY),
                    ScoreFixture.aWeek(LocalDate.parse("2026-03-16")),
                    ScoreFixture.aMonth("2026-03"))) {
                records.add(window.at(hospital).asOf(at).positive(20, n));
            }
        }
        records.add(ChannelFixture.aChannelDay(DAY)
                .at(AttackedMonths.BUSY)
                .of(List.of(
                        new ChannelTally(Channel.SMS, AttackedMonths.MEASURE, n, 20L * 10_000, 20L * 100_000_000))));
        records.add(RecordCopy.of(
                        WatchFixture.aBaseline(LINE, ARRIVAL.minus(Duration.ofDays(70)), .9), Baseline.newBuilder())
                .setN(n)
                .setEvidence(n / 100.)
                .setAsOf(at)
                .build());
        for (String week : List.of("2026-03-16", OVER)) {
            records.add(RecordCopy.of(MovementFixture.week(week, -n / 100.), Movement.newBuilder())
                    .setMinimum(21)
                    .setHospitals((int) n)
                    .setAsOf(at)
                    .build());
        }
        records.add(restatement(at));
        records.add(WatchFixture.anOpenSilence(AttackedMonths.FEW, null, at));
        records.add(RecordCopy.of(
                        WatchFixture.anOpenRise(AttackedMonths.BUSY, AttackedMonths.MEASURE, at), Rise.newBuilder())
                .setUnit(WARD)
                .build());
        records.add(DropFixture.aDrop()
                .at(AttackedMonths.BUSY)
                .unit(WARD)
                .between(at.minus(Duration.ofDays(4)), at)
                .open());
        records.add(EpisodeFixture.anEpisode());
        records.add(ThemeFixture.aThemeWeek(AttackedMonths.BUSY, "2026-W12", null, n));
        records.add(RecordCopy.of(ThemeFixture.aThemeRise(AttackedMonths.BUSY, "food"), ThemeRise.newBuilder())
                .setComments(n)
                .build());
        var league = aLeague(AttackedMonths.MEASURE, "2026-03")
                .row(AttackedMonths.BUSY, 20, n)
                .asOf(at.toString());
        var lateOne = aLeague(AttackedMonths.MEASURE, "2026-02")
                .row(AttackedMonths.BUSY, 20, n)
                .row(AttackedMonths.TWO, 40, 56)
                .asOf(at.toString());
        for (var each : List.of(league, lateOne)) {
            records.addAll(each.rows());
            records.add(each.national());
        }
        records.add(DropFixture.aDrop()
                .at(AttackedMonths.TWO)
                .between(
                        DAY.minusDays(10).atStartOfDay(ZoneOffset.UTC).toInstant(),
                        DAY.atStartOfDay(ZoneOffset.UTC).toInstant())
                .open());
        records.add(aStanding("fft-2020", "2026-03", AttackedMonths.BUSY, 1, 1));
        return records;
    }

    /** An answer of an open month was corrected. */
    private static Restatement restatement(Instant at) {
        Filed filed = new Filed(null, at.minus(Duration.ofHours(2)));
        return Restatement.newBuilder()
                .setFeedbackId("0b5a3b5e-6f3f-4d0c-9d0a-333333333333")
                .setKind(RestatementKind.CORRECTED)
                .setHospital(AttackedMonths.BUSY)
                .setFromRevision(1)
                .setRevision(2)
                .setFrom(filed)
                .setTo(filed)
                .setChanges(List.of(new MeasureChange(AttackedMonths.MEASURE, 10_000, 0)))
                .setAsOf(at)
                .build();
    }
}
