package heed.app.rebaseline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import heed.schemas.key.SeriesKey;
import heed.schemas.record.RecordCopy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenChangeTest {

    private static final SeriesKey KEY = new SeriesKey("H1", "W2", "fft-2020.positive");

    @Test
    void isTheOpenDropOfTheKey() {
        // Given
        Drop over = RecordCopy.of(drop("old"), Drop.newBuilder())
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .build();
        Drop ofAll =
                RecordCopy.of(drop("whole"), Drop.newBuilder()).setUnit(null).build();

        // When // Then
        assertThat(OpenChange.at(KEY, List.of(over, ofAll, drop("d")), List.of(rise("r"))))
                .contains(new OpenChange("d", "Lower."));
    }

    @Test
    void isTheOpenRiseWhereNoDropIsOpen() {
        // Given
        Rise over = RecordCopy.of(rise("old"), Rise.newBuilder())
                .setState(RiseState.ENDED)
                .build();
        Rise other = RecordCopy.of(rise("other"), Rise.newBuilder())
                .setMeasure("experience-1.overall")
                .build();

        // When // Then
        assertThat(OpenChange.at(KEY, List.of(), List.of(over, other, rise("r"))))
                .contains(new OpenChange("r", "Higher."));
        assertThat(OpenChange.at(KEY, List.of(), List.of(over, other))).isEmpty();
    }

    private static Drop drop(String id) {
        return Drop.newBuilder()
                .setDropId(id)
                .setHospital("H1")
                .setUnit("W2")
                .setMeasure("fft-2020.positive")
                .setState(DropState.OPEN)
                .setSince(Instant.EPOCH)
                .setOpenedAt(Instant.EPOCH)
                .setSeverity(Severity.MAJOR)
                .setBaseline(.9)
                .setScore(.8)
                .setScoreLow(.75)
                .setScoreHigh(.85)
                .setFall(.1)
                .setTunedFall(.1)
                .setEvidence(1.0)
                .setEvidenceYears(2.0)
                .setFalseAlarmDays(730.0)
                .setResponsesUsed(100.0)
                .setIcc(.01)
                .setRuleVersion("1")
                .setAsOf(Instant.EPOCH)
                .setPhase(DropPhase.OPEN)
                .setSentenceEn("Lower.")
                .setAudience(Audience.INTERNAL)
                .setRaisedToday(true)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setTurns(List.of())
                .setMix(List.of())
                .build();
    }

    private static Rise rise(String id) {
        return Rise.newBuilder()
                .setRiseId(id)
                .setHospital("H1")
                .setUnit("W2")
                .setMeasure("fft-2020.positive")
                .setState(RiseState.OPEN)
                .setSince(Instant.EPOCH)
                .setOpenedAt(Instant.EPOCH)
                .setBaseline(.8)
                .setScore(.9)
                .setScoreLow(.85)
                .setScoreHigh(.95)
                .setRise(.1)
                .setEvidence(1.0)
                .setEvidenceYears(2.0)
                .setFalseAlarmDays(730.0)
                .setResponsesUsed(100.0)
                .setIcc(.01)
                .setRuleVersion("1")
                .setAsOf(Instant.EPOCH)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setSentenceEn("Higher.")
                .build();
    }
}
