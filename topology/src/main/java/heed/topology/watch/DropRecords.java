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
        return Drop.newBuilder()
                .setDropId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setHospital(key.place.hospital())
                .setUnit(unit)
                .setMeasure(key.measure.name())
                .setState(DropState.OPEN)
                .setSince(Instant.ofEpochMilli(alarm.since(key.place.calendar().zone())))
                .setOpenedAt(Instant.ofEpochMilli(alarm.at()))
                .setSeverity(alarm.severity())
                .setBaseline(alarm.baseline())
                .setScore(alarm.score())
                .setScoreLow(alarm.scoreLow())
                .setScoreHigh(alarm.scoreHigh())
                .setFall(alarm.drop())
                .setTunedFall(alarm.tunedDrop())
                .setEvidence(alarm.evidence())
                .setEvidenceYears(alarm.evidenceYears())
                .setFalseAlarmDays(key.rule.targetDays())
                .setResponsesUsed(alarm.nSince())
                .setIcc(alarm.icc())
                .setRuleVersion(WatchRule.VERSION)
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build();
    }

    /** Returns the same drop, recovered. */
    static Drop recovered(Drop open, WatchEvent.Recovered recovery, long asOf) {
        return Drop.newBuilder(open)
                .setState(DropState.RECOVERED)
                .setRecoveredAt(Instant.ofEpochMilli(recovery.at()))
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build();
    }
}
