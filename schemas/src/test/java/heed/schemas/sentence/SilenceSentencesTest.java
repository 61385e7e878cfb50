package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceSentencesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final SilenceSentences sentences =
            new SilenceSentences(HospitalDirectory.of(List.of(new Hospital("H1", "Ashcombe General", LONDON)), LONDON));

    @Test
    void saysAnOpenSilenceInLocalTime() {
        // Given
        Silence silence = silence(null, SilenceState.OPEN, 18, 365);

        // When
        String english = sentences.english(silence);
        String welsh = sentences.welsh(silence);

        // Then
        assertThat(english)
                .isEqualTo("Nothing has come in from Ashcombe General since 14:05 on 3 May 2026, although Heed was"
                        + " listening: no response in 18 hours, where there usually are some in about 7 of them; chance"
                        + " alone would show this less than once a year.");
        assertThat(welsh)
                .isEqualTo(
                        "Ashcombe General: nid oes dim wedi dod i law ers 14:05 ar 3 Mai 2026, er bod Heed yn gwrando:"
                                + " dim ymateb mewn 18 awr, lle mae rhai fel arfer mewn tua 7 ohonynt; drwy siawns yn unig,"
                                + " byddem yn gweld hyn lai nag unwaith y flwyddyn.");
    }

    @Test
    void saysTheEndOfASilenceInAWard() {
        // Given
        Silence silence = silence("7", SilenceState.ENDED, 18, 365);

        // When
        String english = sentences.english(silence);
        String welsh = sentences.welsh(silence);

        // Then
        assertThat(english)
                .isEqualTo(
                        "Responses come in from Ashcombe General, ward 7 again, the first at 09:12 on 5 May 2026, after"
                                + " none since 14:05 on 3 May 2026.");
        assertThat(welsh)
                .isEqualTo(
                        "Ashcombe General, ward 7: mae ymatebion yn dod i law eto, y cyntaf am 09:12 ar 5 Mai 2026, ar"
                                + " ôl dim ers 14:05 ar 3 Mai 2026.");
    }

    @Test
    void saysHowRareItIsByTheRateItWasHeldTo() {
        // When
        String monthly = sentences.english(silence(null, SilenceState.OPEN, 1, 60));
        String rare = sentences.english(silence(null, SilenceState.OPEN, 2, 7300));

        // Then
        assertThat(monthly).contains("no response in 1 hour, ").endsWith("less than once a month.");
        assertThat(rare).contains("no response in 2 hours, ").endsWith("less than once in 20 years.");
    }

    private static Silence silence(String unit, SilenceState state, int hours, double falseAlarmDays) {
        Instant ended = state == SilenceState.ENDED ? Instant.parse("2026-05-05T08:12:00Z") : null;
        return Silence.newBuilder()
                .setSilenceId("id")
                .setHospital("H1")
                .setUnit(unit)
                .setState(state)
                .setLastResponse(Instant.parse("2026-05-03T13:05:30Z"))
                .setOpenedAt(Instant.parse("2026-05-04T08:00:00Z"))
                .setEndedAt(ended)
                .setHoursListened(hours)
                .setHoursExpected(6.5)
                .setEvidence(9.1)
                .setThreshold(9.0)
                .setFalseAlarmDays(falseAlarmDays)
                .setWeeksLearned(5.5)
                .setRuleVersion("silence-1")
                .setAsOf(Instant.parse("2026-05-04T08:05:00Z"))
                .build();
    }
}
