package heed.topology.silence;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.key.PlaceKey;
import heed.schemas.record.RecordCopy;
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

    /**
     * Returns the silence that opens at {@code openedAtMs}. Its id follows from place, moment and rule: found again, it
     * is the same.
     */
    Silence opened(QuietPlace quiet, HourBits listened, long openedAtMs, long asOfMs) {
        String unit = quiet.place.unit();
        Rhythm rhythm = quiet.rhythm;
        PlaceKey place = new PlaceKey(quiet.place.hospital(), unit);
        String identity =
                String.join("|", place.text(), Instant.ofEpochMilli(openedAtMs).toString(), SilenceRules.VERSION);
        return said(Silence.newBuilder()
                .setSilenceId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHospital(quiet.place.hospital())
                .setUnit(unit)
                .setState(SilenceState.OPEN)
                .setLastResponse(Instant.ofEpochMilli(rhythm.lastResponseMs()))
                .setOpenedAt(Instant.ofEpochMilli(openedAtMs))
                .setHoursListened(rhythm.run().hours())
                .setHoursExpected(rhythm.run().expected())
                .setEvidence(rhythm.run().evidence())
                .setThreshold(rhythm.threshold(listened, rules))
                .setFalseAlarmDays(rules.falseAlarmDays())
                .setWeeksLearned(rhythm.weeksLearned(listened))
                .setRuleVersion(SilenceRules.VERSION)
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .build());
    }

    /** Returns the same silence, ended by a response that arrived at {@code endedAtMs}. */
    Silence ended(Silence open, long endedAtMs) {
        return said(RecordCopy.of(open, Silence.newBuilder())
                .setState(SilenceState.ENDED)
                .setEndedAt(Instant.ofEpochMilli(endedAtMs))
                .setAsOf(Instant.ofEpochMilli(endedAtMs))
                .build());
    }

    private Silence said(Silence silence) {
        return RecordCopy.of(silence, Silence.newBuilder())
                .setSentenceEn(sentences.english(silence))
                .setSentenceCy(sentences.welsh(silence))
                .build();
    }
}
