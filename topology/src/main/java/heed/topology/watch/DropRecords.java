package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.DropState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Writes what the watch found as records of the output topic. */
final class DropRecords {

    private DropRecords() {}

    /** Returns the drop that an alarm opens. Its id follows from the key, the moment and the rule: raised again, it is the same drop. */
    static Drop opened(WatchedKey key, WatchEvent.Alarm alarm, long asOf) {
        String unit = key.place.unit();
        String identity = String.join(
                "|",
                key.place.hospital(),
                unit == null ? "" : unit,
                key.measure.name(),
                Instant.ofEpochMilli(alarm.at()).toString(),
                WatchRule.VERSION);
        return new Drop(
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString(),
                key.place.hospital(),
                unit,
                key.measure.name(),
                DropState.OPEN,
                Instant.ofEpochMilli(alarm.since(key.place.calendar().zone())),
                Instant.ofEpochMilli(alarm.at()),
                null,
                alarm.severity(),
                alarm.baseline(),
                alarm.score(),
                alarm.scoreLow(),
                alarm.scoreHigh(),
                alarm.drop(),
                alarm.tunedDrop(),
                alarm.evidence(),
                alarm.evidenceYears(),
                key.rule.targetDays(),
                alarm.nSince(),
                alarm.icc(),
                WatchRule.VERSION,
                Instant.ofEpochMilli(asOf));
    }

    /** Returns the same drop, recovered. */
    static Drop recovered(Drop open, WatchEvent.Recovered recovery, long asOf) {
        return new Drop(
                open.getDropId(),
                open.getHospital(),
                open.getUnit(),
                open.getMeasure(),
                DropState.RECOVERED,
                open.getSince(),
                open.getOpenedAt(),
                Instant.ofEpochMilli(recovery.at()),
                open.getSeverity(),
                open.getBaseline(),
                open.getScore(),
                open.getScoreLow(),
                open.getScoreHigh(),
                open.getFall(),
                open.getTunedFall(),
                open.getEvidence(),
                open.getEvidenceYears(),
                open.getFalseAlarmDays(),
                open.getResponsesUsed(),
                open.getIcc(),
                open.getRuleVersion(),
                Instant.ofEpochMilli(asOf));
    }
}
