package heed.schemas;

/**
 * Copies a drop into a builder, to change some of its fields.
 *
 * <p>Field by field: Avro's own copying loads classes by the names that a schema mentions, which it is not allowed to here.
 */
public final class DropCopy {

    private DropCopy() {}

    /** Returns a builder that holds every field of {@code drop}. */
    public static Drop.Builder of(Drop drop) {
        return Drop.newBuilder()
                .setDropId(drop.getDropId())
                .setHospital(drop.getHospital())
                .setUnit(drop.getUnit())
                .setMeasure(drop.getMeasure())
                .setState(drop.getState())
                .setSince(drop.getSince())
                .setOpenedAt(drop.getOpenedAt())
                .setRecoveredAt(drop.getRecoveredAt())
                .setSeverity(drop.getSeverity())
                .setBaseline(drop.getBaseline())
                .setScore(drop.getScore())
                .setScoreLow(drop.getScoreLow())
                .setScoreHigh(drop.getScoreHigh())
                .setFall(drop.getFall())
                .setTunedFall(drop.getTunedFall())
                .setEvidence(drop.getEvidence())
                .setEvidenceYears(drop.getEvidenceYears())
                .setFalseAlarmDays(drop.getFalseAlarmDays())
                .setResponsesUsed(drop.getResponsesUsed())
                .setIcc(drop.getIcc())
                .setRuleVersion(drop.getRuleVersion())
                .setAsOf(drop.getAsOf())
                .setPhase(drop.getPhase())
                .setEscalatedAt(drop.getEscalatedAt())
                .setSentenceEn(drop.getSentenceEn())
                .setSentenceCy(drop.getSentenceCy())
                .setAudience(drop.getAudience())
                .setRaisedToday(drop.getRaisedToday())
                .setWatchTime(drop.getWatchTime())
                .setTrail(drop.getTrail())
                .setMix(drop.getMix());
    }
}
