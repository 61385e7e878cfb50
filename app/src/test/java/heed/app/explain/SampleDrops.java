package heed.app.explain;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes the drops that are explained. */
final class SampleDrops {

    private SampleDrops() {}

    /** A drop with everything that a record can say. */
    static Drop full() {
        return drop(
                "3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b",
                DropPhase.OPEN,
                List.of(
                        day("2026-03-01", 41, .95, .9321, .0021),
                        day("2026-03-02", 0, 0, .9400, .0040),
                        day("2026-03-03", 38, .80, .9321, .2500),
                        day("2026-03-04", 25, .72, .9321, 1.0714)),
                List.of(
                        new MixCheck(MixDimension.CHANNEL, .0910, .0845, .971, 5_120L, 63L, MixVerdict.REMAINS),
                        new MixCheck(MixDimension.AGE_BAND, .0910, null, .2, 900L, 4L, MixVerdict.UNKNOWN)));
    }

    /** A drop as an earlier release wrote it. */
    static Drop ofAnEarlierRelease() {
        Drop drop = drop("3f2a9c1e-0000-3d0c-9a86-0c1d2e3f4a5b", DropPhase.UNSTATED, List.of(), List.of());
        drop.setSentenceEn(null);
        drop.setSentenceCy(null);
        drop.setAudience(Audience.NOBODY);
        return drop;
    }

    private static Drop drop(String id, DropPhase phase, List<EvidenceDay> trail, List<MixCheck> mix) {
        return new Drop(
                id,
                "H1",
                "Ward-7",
                "fft-2020.positive",
                DropState.OPEN,
                Instant.parse("2026-03-03T09:30:00Z"),
                Instant.parse("2026-03-04T16:05:11.250Z"),
                null,
                Severity.MODERATE,
                .9321,
                .8411,
                .7901,
                .8833,
                .0910,
                .10,
                1.0714,
                2.1429,
                730,
                63.4,
                .0131,
                "watch-1",
                Instant.parse("2026-03-04T16:05:12Z"),
                phase,
                null,
                "In English. Twice.",
                "Yn Gymraeg. Ddwywaith.",
                Audience.INTERNAL,
                true,
                WatchTime.GIVEN,
                trail,
                mix);
    }

    private static EvidenceDay day(String date, int n, double score, double usual, double evidence) {
        return new EvidenceDay((int) LocalDate.parse(date).toEpochDay(), n, score, usual, evidence);
    }
}
