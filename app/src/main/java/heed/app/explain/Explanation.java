package heed.app.explain;

import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Episode;
import heed.schemas.MixCheck;
import heed.schemas.WatchTime;
import heed.schemas.figures.LowestEstimate;
import heed.schemas.figures.SharedFall;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.sentence.DropFact;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.English;
import heed.schemas.sentence.MixSentences;
import heed.schemas.sentence.OthersSentences;
import heed.schemas.sentence.StandSentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes all that a drop's record says, each figure with what it means. */
public final class Explanation {

    private final Drop drop;
    private final Hospital hospital;
    private final DropSentences sentences;
    private final Optional<SharedFall> others;
    private final Optional<Episode> episode;
    private final List<String> lines = new ArrayList<>();

    /**
     * Takes names and zone of the hospital from {@code directory}.
     *
     * @param others the drop beside what all hospitals did in the same weeks; empty where it can't be compared
     * @param episode the episode that it was raised in, where many hospitals fell at once
     */
    public Explanation(
            Drop drop,
            Optional<SharedFall> others,
            Optional<Episode> episode,
            HospitalDirectory directory,
            Questionnaires questionnaires) {
        this.drop = drop;
        this.others = others;
        this.episode = episode;
        this.hospital = directory.byCode(drop.getHospital());
        this.sentences = new DropSentences(directory, questionnaires);
    }

    /** Returns the lines, with the summing-up in English. */
    public List<String> english() {
        return all(sentences.said(drop), OthersSentences.english(others), episode.map(Episode::getSentenceEn));
    }

    /** Returns the lines, with the summing-up in Welsh; what the figures mean is in English. */
    public List<String> welsh() {
        return all(
                drop.getSentenceCy() == null ? sentences.welsh(drop) : drop.getSentenceCy(),
                OthersSentences.welsh(others),
                episode.map(Episode::getSentenceCy));
    }

    private List<String> all(String sentence, String besideOthers, Optional<String> manyAtOnce) {
        lines.clear();
        lines.add(sentence);
        section("What it is");
        identity();
        section("The figures");
        facts(DropFact.figures(drop));
        section("How it stands now");
        standing();
        section("How rare it is by chance alone");
        facts(DropFact.rarity(drop));
        section("How the evidence grew");
        lines.addAll(EvidenceTable.of(drop, hospital.zone()));
        section("Whether other people answered");
        mix();
        section("Whether other hospitals fell too");
        lines.add("  " + besideOthers);
        manyAtOnce.ifPresent(said -> lines.add("  " + said));
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
        line("raised", moment(drop.getOpenedAt()), "time of the answer that raised the first alarm, or ended learning");
        if (drop.getEscalatedAt() != null) {
            line("grew", moment(drop.getEscalatedAt()), "when it was last sure to be of a larger class");
        }
        if (drop.getEasedAt() != null) {
            line(
                    "eased",
                    moment(drop.getEasedAt()),
                    "when the evidence sufficed that at least half of the fall is gone");
        }
        if (drop.getReopenedAt() != null) {
            line("again", moment(drop.getReopenedAt()), "when an alarm last raised the same drop again");
        }
        if (drop.getState() == DropState.RECOVERED && drop.getRecoveredAt() != null) {
            line("recovered", moment(drop.getRecoveredAt()), "when the evidence sufficed that the score is back");
        }
        back();
        line(
                "times",
                lower(drop.getWatchTime()),
                drop.getWatchTime() == WatchTime.ARRIVAL
                        ? "these times are when answers were received"
                        : "these times are when patients answered");
    }

    private void back() {
        Double score = drop.getScoreBack();
        Double responses = drop.getResponsesBack();
        if (score != null && responses != null) {
            line(
                    "back at",
                    English.percent(score) + " from " + English.answers(Math.round(responses)),
                    "estimated score since it is back");
        }
    }

    /**
     * What is so now depends on what these days may be told of, beside other wards too: the page alone decides that.
     */
    private void standing() {
        lines.add(
                "  The figures above are of the moment that this record tells of, and may be weeks old: no record has "
                        + "what is so now. The lowest that was estimated, at any alarm of this drop, is "
                        + English.percent(LowestEstimate.of(drop)) + ".");
        lines.add(
                "  The score of the last " + StandSentences.DAYS
                        + " days, as far as it may be told, is on the page and in the API of a running Heed, while that remembers the drop:");
        lines.add("    /drops/" + drop.getDropId());
        lines.add("    /api/v1/drops/" + drop.getDropId());
    }

    private void facts(List<DropFact> facts) {
        facts.forEach(fact -> line(
                fact.name(),
                fact.value(),
                Character.toLowerCase(fact.meaning().charAt(0)) + fact.meaning().substring(1)));
    }

    private void mix() {
        if (drop.getMix().isEmpty()) {
            lines.add("  This record does not say: nothing is known of the make-up of the respondents.");
        }
        for (MixCheck check : drop.getMix()) {
            lines.add("  " + MixSentences.dimension(check) + " " + MixSentences.verdict(check));
            lines.add("    compared: " + English.answers(check.getNBefore()) + " before, "
                    + English.count(check.getNSince()) + " since, " + English.percent(check.getCovered())
                    + " of those before");
        }
    }

    private void audit() {
        lines.add("  Take the answers of this place and measure to a file, a line key,time,score each, and run");
        lines.add(String.format(
                Locale.ROOT,
                "    ./heed watch FILE --t0 %s --rule %s --zone %s --state",
                plain(drop.getFalseAlarmDays()),
                drop.getRuleVersion(),
                hospital.zone()));
        lines.add("  The same class raises the same alarms; its RECOVERED is what is called eased here, and falls "
                + "within learning it does not look for. The scores can be recounted:");
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
        return English.moment(instant.atZone(hospital.zone()));
    }

    private static String plain(double days) {
        return days == Math.rint(days) ? Long.toString((long) days) : Double.toString(days);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
