package heed.topology.silence;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.key.PlaceKey;
import heed.schemas.sentence.SilenceSentences;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Writes silences as records of the output topic. */
final class SilenceRecords {

    private final SilenceSentences sentences;
    private final SilenceRules rules;

    SilenceRecords(SilenceSentences sentences, SilenceRules rules) {
        this.sentences = sentences;
        this.rules = rules;
    }

    /** Returns the silence that opens at {@code openedAtMs}. Its id follows from place, moment and rule: found again, it is the same. */
    Silence opened(QuietPlace quiet, HourBits listened, long openedAtMs, long asOfMs) {
        String unit = quiet.place.unit();
        Rhythm rhythm = quiet.rhythm;
        PlaceKey place = new PlaceKey(quiet.place.hospital(), unit);
        String identity =
                String.join("|", place.text(), Instant.ofEpochMilli(openedAtMs).toString(), SilenceRules.VERSION);
        return said(new Silence(
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString(),
                quiet.place.hospital(),
                unit,
                SilenceState.OPEN,
                Instant.ofEpochMilli(rhythm.lastResponseMs()),
                Instant.ofEpochMilli(openedAtMs),
                null,
                rhythm.run().hours(),
                rhythm.run().expected(),
                rhythm.run().evidence(),
                rhythm.threshold(listened, rules),
                rules.falseAlarmDays(),
                rhythm.weeksLearned(listened),
                SilenceRules.VERSION,
                Instant.ofEpochMilli(asOfMs),
                null,
                null));
    }

    /** Returns the same silence, ended by a response that arrived at {@code endedAtMs}. */
    Silence ended(Silence open, long endedAtMs) {
        return said(copy(open)
                .setState(SilenceState.ENDED)
                .setEndedAt(Instant.ofEpochMilli(endedAtMs))
                .setAsOf(Instant.ofEpochMilli(endedAtMs))
                .build());
    }

    private Silence said(Silence silence) {
        return copy(silence)
                .setSentenceEn(sentences.english(silence))
                .setSentenceCy(sentences.welsh(silence))
                .build();
    }

    /** Copies field by field: Avro's own copying loads classes by their names, which it is not allowed to here. */
    private static Silence.Builder copy(Silence silence) {
        return Silence.newBuilder()
                .setSilenceId(silence.getSilenceId())
                .setHospital(silence.getHospital())
                .setUnit(silence.getUnit())
                .setState(silence.getState())
                .setLastResponse(silence.getLastResponse())
                .setOpenedAt(silence.getOpenedAt())
                .setEndedAt(silence.getEndedAt())
                .setHoursListened(silence.getHoursListened())
                .setHoursExpected(silence.getHoursExpected())
                .setEvidence(silence.getEvidence())
                .setThreshold(silence.getThreshold())
                .setFalseAlarmDays(silence.getFalseAlarmDays())
                .setWeeksLearned(silence.getWeeksLearned())
                .setRuleVersion(silence.getRuleVersion())
                .setAsOf(silence.getAsOf());
    }
}
