package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.LowestEstimate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Says how a drop stands when it is told, in English and in Welsh: the sentence of its record is of an event, and weeks
 * later the score may be back, or lower still.
 *
 * @param drop as its readers may know it
 * @param now what these may be told of the last {@link #DAYS} days
 * @param lostSince since when it is not known how the hospital is; empty where it is known
 */
public record StandSentences(Drop drop, Reading now, Optional<Instant> lostSince) {

    /** The days that are said to be now. */
    public static final int DAYS = 7;

    /** Returns the score that was usual before the fall: "94%". */
    public String usual() {
        return Figures.of(drop.getScore(), drop.getBaseline()).usual() + "%";
    }

    /** Returns the lowest of what was estimated of the fall, at any of its alarms, and of now: "68%". */
    public String lowest() {
        return now.shown()
                .filter(shown -> lostSince.isEmpty() && shown.figures().score() < LowestEstimate.of(drop))
                .map(StandSentences::percent)
                .orElseGet(this::estimatedLowest);
    }

    /** Returns the lowest of what was estimated of the fall, at any of its alarms. */
    public String estimatedLowest() {
        return Figures.of(LowestEstimate.of(drop), drop.getBaseline()).now() + "%";
    }

    private static String percent(Reading.Shown shown) {
        return shown.percent() + "%";
    }

    /**
     * Returns how it stands in English: what was usual, the lowest, what it is now, when it was first flagged and, once
     * it is no longer open, when it ended.
     *
     * @param zone the hospital's
     */
    public String english(ZoneId zone) {
        return "Usual " + usual() + ", lowest " + lowest() + "; " + nowEnglish(zone) + ". First flagged on "
                + English.date(date(drop.getOpenedAt(), zone)) + "." + upAgain(" " + UpAgainSentences.english())
                + endedEnglish(zone);
    }

    /** Returns the same in Welsh. */
    public String welsh(ZoneId zone) {
        return "Arferol " + usual() + ", isaf " + lowest() + "; " + nowWelsh(zone) + ". Rhybudd cyntaf ar "
                + Months.WELSH.write(date(drop.getOpenedAt(), zone)) + "." + upAgain(" " + UpAgainSentences.welsh())
                + endedWelsh(zone);
    }

    private String upAgain(String said) {
        return isUpAgain() ? said : "";
    }

    /** Tells whether the score is up again, as far as that is known, of a drop that is open until it has lasted. */
    public boolean isUpAgain() {
        return lostSince.isEmpty()
                && now.shown()
                        .filter(shown ->
                                UpAgainSentences.hold(drop, shown.figures().score()))
                        .isPresent();
    }

    private String nowEnglish(ZoneId zone) {
        if (lostSince.isPresent()) {
            return "how it is now is not known since "
                    + English.moment(lostSince.get().atZone(zone));
        }
        if (now instanceof Reading.Withheld withheld) {
            return "now "
                    + switch (withheld.why()) {
                        case NOT_RELEASED -> "not released: shown by whole months, once they are closed";
                        case SUBTRACTION -> "withheld so that a small ward cannot be computed";
                        case OVER_TIME -> "withheld so that days of few answers cannot be computed";
                    };
        }
        return counted();
    }

    private String nowWelsh(ZoneId zone) {
        if (lostSince.isPresent()) {
            ZonedDateTime lost = lostSince.get().atZone(zone);
            return "ni wyddys sut y mae nawr ers " + Months.WELSH.write(lost.toLocalDate()) + ", " + Months.time(lost);
        }
        if (now instanceof Reading.Withheld withheld) {
            return "nawr "
                    + switch (withheld.why()) {
                        case NOT_RELEASED -> "heb ei ryddhau: dangosir fesul misoedd cyfan, ar ôl iddynt gau";
                        case SUBTRACTION -> "wedi'i ddal yn ôl fel na ellir cyfrifo ward fach";
                        case OVER_TIME -> "wedi'i ddal yn ôl fel na ellir cyfrifo diwrnodau ag ychydig o atebion";
                    };
        }
        String last = " yn y " + DAYS + " diwrnod diwethaf";
        if (now instanceof Reading.TooFew) {
            return "rhy ychydig o atebion" + last + " i ddweud sut y mae nawr";
        }
        return now.shown()
                .map(shown -> "nawr " + percent(shown) + " o " + English.count(shown.answers()) + " ateb" + last)
                .orElse("dim ymatebion" + last);
    }

    /** Returns how it is now, to go on with in a sentence; empty where that is not known or not told. */
    public String goingOn() {
        return lostSince.isPresent() || now instanceof Reading.Withheld ? "" : ", " + counted();
    }

    private String counted() {
        String last = " in the last " + DAYS + " days";
        if (now instanceof Reading.TooFew) {
            return "too few answers" + last + " to say how it is now";
        }
        return now.shown()
                .map(shown -> "now " + percent(shown) + " of " + English.answers(shown.answers()) + last)
                .orElse("no responses" + last);
    }

    private String endedEnglish(ZoneId zone) {
        return ended(zone)
                .map(day -> (isRebaselined() ? " It counts as usual since " : " It is over since ") + English.date(day)
                        + ".")
                .orElse("");
    }

    private String endedWelsh(ZoneId zone) {
        return ended(zone)
                .map(day -> (isRebaselined() ? " Mae'n cyfrif fel arferol ers " : " Mae drosodd ers ")
                        + Months.WELSH.write(day) + ".")
                .orElse("");
    }

    private boolean isRebaselined() {
        return drop.getPhase() == DropPhase.REBASELINED;
    }

    private Optional<LocalDate> ended(ZoneId zone) {
        return drop.getState() == DropState.OPEN
                ? Optional.empty()
                : Optional.ofNullable(drop.getRecoveredAt()).map(moment -> date(moment, zone));
    }

    private static LocalDate date(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }
}
