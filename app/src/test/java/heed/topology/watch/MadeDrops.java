package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.DropSentences;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.TrailDay;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchRule;
import heed.topology.detect.mix.MixTally;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Has the watch itself write the records of drops that a test only chooses the figures of. */
public final class MadeDrops {

    private static final Instant RAISED = Instant.parse("2026-03-04T16:05:00Z");
    private static final Instant BEGAN = Instant.parse("2026-03-03T09:30:00Z");

    private MadeDrops() {}

    /** Returns the drop of a hospital that nobody has listed, with so much evidence and such scores, 0 to 1. */
    public static Drop opened(double evidenceYears, double score, double baseline) {
        HospitalDirectory hospitals = HospitalDirectory.empty();
        Questionnaires questionnaires = Questionnaires.shipped();
        WatchRule rule = new WatchRule(730);
        var measure = new WatchedMeasure(
                new Places(hospitals).hospital("H1"),
                new MeasureCatalogue(questionnaires).byName("fft-2020.positive"),
                rule,
                new MeasureWatch(rule),
                new MixTally(),
                0);
        var alarm = new WatchEvent.Alarm(
                RAISED.toEpochMilli(),
                evidenceYears / 2,
                evidenceYears,
                .10,
                BEGAN.toEpochMilli(),
                63.4,
                score,
                score - .05,
                score + .04,
                baseline,
                baseline - score,
                .0131,
                false,
                List.of(new TrailDay(LocalDate.parse("2026-03-04").toEpochDay(), 41, score, baseline, 1.07)));
        WatchTimes times = new WatchTimes(hospitals, WatchTime.GIVEN);
        return new DropRecords(new DropSentences(hospitals, questionnaires))
                .said(new DropOpenings(times).opened(measure, alarm, RAISED.toEpochMilli()));
    }
}
