package heed.app.explain;

import heed.app.budget.RateWords;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.MixCheck;
import heed.schemas.MixVerdict;
import heed.schemas.WatchTime;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.Rarity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes all that a drop's record says, each figure with what it means. */
public final class Explanation {

    private final Drop drop;
    private final Hospital hospital;
    private final DropSentences sentences;
    private final List<String> lines = new ArrayList<>();

    /** Takes names and zone of the hospital from {@code directory}. */
    public Explanation(Drop drop, HospitalDirectory directory, Questionnaires questionnaires) {
        this.drop = drop;
        this.hospital = directory.byCode(drop.getHospital());
        this.sentences = new DropSentences(directory, questionnaires);
    }

    /** Returns the lines, with the summing-up in English. */
    public List<String> english() {
        return all(sentences.said(drop));
    }

    /** Returns the lines, with the summing-up in Welsh; what the figures mean is in English. */
    public List<String> welsh() {
        return all(drop.getSentenceCy() == null ? sentences.welsh(drop) : drop.getSentenceCy());
    }

    private List<String> all(String sentence) {
        lines.clear();
        lines.add(sentence);
        section("What it is");
        identity();
        section("The figures");
        figures();
        section("How rare it is by chance alone");
        rarity();
        section("How the evidence grew");
        lines.addAll(EvidenceTable.of(drop, hospital.zone()));
        section("Whether other people answered");
        mix();
        section("How to check it");
        audit();
        return List.copyOf(lines);
    }

    private void identity() {
        line("drop", drop.getDropId(), "the same for ever, in a replay too");
        line(
                "where",
                drop.getHospital() + (drop.getUnit() == null ? "" : ", unit " + drop.getUnit()),
                drop.getUnit() == null ? "the hospital as a whole" : "one unit of the hospital");
        line("measure", drop.getMeasure(), "what fell");
        line(
                "state",
                drop.getState() + ", phase " + drop.getPhase(),
                "where it stands, and what this record tells of it");
        line("began", moment(drop.getSince()), "the likeliest moment: an estimate");
        line("raised", moment(drop.getOpenedAt()), "time of the answer that raised the alarm");
        if (drop.getEscalatedAt() != null) {
            line("grew", moment(drop.getEscalatedAt()), "when it was last sure to be of a larger class");
        }
        if (drop.getState() == DropState.RECOVERED && drop.getRecoveredAt() != null) {
            line("recovered", moment(drop.getRecoveredAt()), "when the evidence sufficed that the score is back");
        }
        line(
                "times",
                lower(drop.getWatchTime()),
                drop.getWatchTime() == WatchTime.ARRIVAL
                        ? "these times are when answers were received"
                        : "these times are when patients answered");
        line("rule", drop.getRuleVersion(), "version of the method, docs/watch.md");
    }

    private void figures() {
        line("usual", hundred(drop.getBaseline()), "score of 100 that was learned as usual before the fall");
        line("score", hundred(drop.getScore()), "score of 100 since the fall, estimated");
        line(
                "range",
                hundred(drop.getScoreLow()) + " to " + hundred(drop.getScoreHigh()),
                "where that score is with 99% confidence");
        line("fall", hundred(drop.getFall()) + " points", "usual less score");
        line(
                "severity",
                lower(drop.getSeverity()),
                "under 5 points minor, under 10 moderate, under 20 major, else severe");
        line("tuned to", hundred(drop.getTunedFall()) + " points", "of falls by 5, 10 and 20 the one that fits best");
        line(
                "answers",
                RateWords.number(drop.getResponsesUsed()),
                "answers since the fall that this stands on, weighted");
        line(
                "icc",
                String.format(Locale.ROOT, "%.4f", drop.getIcc()),
                "how much answers of one day move together; the more, the less each counts");
    }

    private void rarity() {
        double days = drop.getFalseAlarmDays();
        line(
                "held to",
                RateWords.number(days) + " days",
                "T0: chance alone raises an alarm here about "
                        + Rarity.ofDays(days).once() + ", at most");
        line(
                "evidence",
                String.format(Locale.ROOT, "%.3f", drop.getEvidence()),
                "the alarm is raised at 1, which is evidence of once in T0");
        line("rarity", Rarity.of(drop).english(), "how often chance alone shows so much evidence");
        line("audience", lower(drop.getAudience()), audience(drop.getAudience()));
        line(
                "today",
                drop.getRaisedToday() ? "raised" : "not raised",
                drop.getRaisedToday()
                        ? "the answers as they are now would raise it again"
                        : "corrected or withdrawn since: the answers that are left would not raise it");
    }

    private static String audience(Audience audience) {
        return switch (audience) {
            case INTERNAL -> "rare enough for whoever looks after this hospital";
            case PUBLISHED -> "rare enough for readers of many hospitals too";
            case NOBODY -> "an earlier release of Heed wrote this record and did not say";
        };
    }

    private void mix() {
        if (drop.getMix().isEmpty()) {
            lines.add("  This record does not say: nothing is known of the make-up of the respondents.");
        }
        for (MixCheck check : drop.getMix()) {
            String held = check.getFallHeld() == null ? "not known" : hundred(check.getFallHeld()) + " points";
            lines.add("  by " + lower(check.getDimension()).replace('_', ' ') + ": the fall as counted is "
                    + hundred(check.getFall()) + " points, with the make-up held as before "
                    + held + ": " + verdict(check.getVerdict()));
            lines.add(String.format(
                    Locale.ROOT,
                    "    compared: %,d answers before, %,d since, %.0f%% of those before",
                    check.getNBefore(),
                    check.getNSince(),
                    check.getCovered() * 100));
        }
    }

    private static String verdict(MixVerdict verdict) {
        return switch (verdict) {
            case REMAINS -> "the fall remains";
            case PARTLY -> "part of the fall remains";
            case EXPLAINED -> "the respondents changed, hardly the score of each kind";
            case UNKNOWN, UNSTATED -> "too little can be compared, or too few answers to be sure yet";
        };
    }

    private void audit() {
        lines.add("  Take the answers of this place and measure to a file, a line key,epoch_ms,score each, and run");
        lines.add(String.format(
                Locale.ROOT,
                "    ./heed watch FILE --t0 %s --zone %s --state",
                plain(drop.getFalseAlarmDays()),
                hospital.zone()));
        lines.add("  The same class finds the same drop. The answers are on the log, and the scores can be recounted:");
        lines.add("    ./heed tail feedback --from-beginning --hospital " + drop.getHospital());
        lines.add("    ./heed recount --hospital " + drop.getHospital());
    }

    private void section(String title) {
        lines.add("");
        lines.add(title);
    }

    private void line(String name, String value, String meaning) {
        lines.add(String.format(Locale.ROOT, "  %-10s %-38s %s", name, value, meaning));
    }

    private String moment(Instant instant) {
        ZoneId zone = hospital.zone();
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    private static String hundred(double score) {
        return String.format(Locale.ROOT, "%.1f", score * 100);
    }

    private static String plain(double days) {
        return days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
