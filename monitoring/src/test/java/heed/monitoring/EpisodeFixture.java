package heed.monitoring;

import heed.schemas.Episode;
import java.time.Instant;
import java.util.List;

/** Writes an episode as the topology does. */
public final class EpisodeFixture {

    private EpisodeFixture() {}

    /** Returns that 11 of 40 hospitals fell from 9 to 24 February, two of which have names here. */
    public static Episode anEpisode() {
        return Episode.newBuilder()
                .setMeasure("fft-2020.positive")
                .setWeek("2026-W08")
                .setBegan(Instant.parse("2026-02-09T10:00:00Z"))
                .setOpenedAt(Instant.parse("2026-02-20T10:00:00Z"))
                .setNewestAt(Instant.parse("2026-02-24T10:41:00Z"))
                .setEndsAt(Instant.parse("2026-03-24T10:41:00Z"))
                .setHospitals(List.of("H1", "H2"))
                .setFlagged(11)
                .setWatched(40)
                .setExpected(1.53)
                .setNeeded(7)
                .setWindowDays(28)
                .setFalseAlarmDays(3_650)
                .setSentenceEn("11 of 40 hospitals fell in the same weeks.")
                .setSentenceCy("Disgynnodd 11 o 40 ysbyty yn yr un wythnosau.")
                .setAsOf(Instant.parse("2026-02-24T10:42:00Z"))
                .build();
    }
}
