package heed.schemas;

/** Copies a rise into a builder, to change some of its fields; field by field for the reason that {@link DropCopy} gives. */
public final class RiseCopy {

    private RiseCopy() {}

    /** Returns a builder that holds every field of {@code rise}. */
    public static Rise.Builder of(Rise rise) {
        return Rise.newBuilder()
                .setRiseId(rise.getRiseId())
                .setHospital(rise.getHospital())
                .setUnit(rise.getUnit())
                .setMeasure(rise.getMeasure())
                .setState(rise.getState())
                .setSince(rise.getSince())
                .setOpenedAt(rise.getOpenedAt())
                .setEndedAt(rise.getEndedAt())
                .setBaseline(rise.getBaseline())
                .setScore(rise.getScore())
                .setScoreLow(rise.getScoreLow())
                .setScoreHigh(rise.getScoreHigh())
                .setRise(rise.getRise())
                .setEvidence(rise.getEvidence())
                .setEvidenceYears(rise.getEvidenceYears())
                .setFalseAlarmDays(rise.getFalseAlarmDays())
                .setResponsesUsed(rise.getResponsesUsed())
                .setIcc(rise.getIcc())
                .setRuleVersion(rise.getRuleVersion())
                .setAsOf(rise.getAsOf())
                .setWatchTime(rise.getWatchTime())
                .setTrail(rise.getTrail())
                .setSentenceEn(rise.getSentenceEn())
                .setSentenceCy(rise.getSentenceCy());
    }
}
