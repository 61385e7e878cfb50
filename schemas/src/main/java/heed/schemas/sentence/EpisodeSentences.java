package heed.schemas.sentence;

import heed.schemas.Episode;
import heed.schemas.Movement;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Says an episode in plain words, for readers aged 12 and up, with dates of UTC: hospitals of several zones have a part
 * in it.
 */
public final class EpisodeSentences {

    private static final String LOOK = "Look first for what they have in common, such as a season, a changed"
            + " questionnaire or a national cause.";
    private static final String LOOK_WELSH = "Chwiliwch yn gyntaf am yr hyn sy'n gyffredin iddynt, megis tymor,"
            + " holiadur wedi'i newid neu achos cenedlaethol.";

    private final Naming naming;

    /** Takes titles from the questionnaires. */
    public EpisodeSentences(Questionnaires questionnaires) {
        this.naming = new Naming(HospitalDirectory.empty(), questionnaires);
    }

    /** Returns the episode in English: how many fell at once, how rarely chance shows that, and what to do. */
    public String english(Episode episode) {
        return English.count(episode.getFlagged()) + " of " + English.hospitals(episode.getWatched())
                + " fell in the same weeks: '" + naming.title(episode.getMeasure()) + "', flagged from "
                + English.date(date(episode.getBegan())) + " to " + English.date(date(episode.getNewestAt()))
                + "; chance alone would show " + English.count(episode.getNeeded()) + " or more within "
                + weeks(episode) + " weeks "
                + Rarity.ofDays(episode.getFalseAlarmDays()).english() + ". " + LOOK;
    }

    /** Returns the same in Welsh. */
    public String welsh(Episode episode) {
        return "Disgynnodd " + English.count(episode.getFlagged()) + " o " + English.count(episode.getWatched())
                + " ysbyty yn yr un wythnosau: '" + naming.title(episode.getMeasure()) + "', o "
                + Months.WELSH.write(date(episode.getBegan())) + " hyd "
                + Months.WELSH.write(date(episode.getNewestAt())) + "; drwy siawns yn unig, byddem yn gweld "
                + English.count(episode.getNeeded()) + " neu fwy o fewn " + weeks(episode) + " wythnos "
                + Rarity.ofDays(episode.getFalseAlarmDays()).welsh() + ". " + LOOK_WELSH;
    }

    /**
     * Returns how all hospitals together moved by then, in English; an empty text where too few could be compared.
     *
     * @param newest the newest week of all hospitals that is known
     */
    public static String moved(Optional<Movement> newest) {
        return told(newest)
                .map(week -> "In the week from " + English.date(LocalDate.ofEpochDay(week.getMonday()))
                        + " all hospitals together stood " + OthersSentences.signed(week.getMovement())
                        + " points from where they stood before (95% range " + OthersSentences.signed(week.getLow())
                        + " to " + OthersSentences.signed(week.getHigh()) + ").")
                .orElse("");
    }

    /** Returns the same in Welsh. */
    public static String movedWelsh(Optional<Movement> newest) {
        return told(newest)
                .map(week -> "Yn yr wythnos o " + Months.WELSH.write(LocalDate.ofEpochDay(week.getMonday()))
                        + " safai'r ysbytai i gyd gyda'i gilydd " + OthersSentences.signed(week.getMovement())
                        + " pwynt o ble'r oeddent cynt (ystod 95% " + OthersSentences.signed(week.getLow()) + " i "
                        + OthersSentences.signed(week.getHigh()) + ").")
                .orElse("");
    }

    /** A first week has nothing before it. */
    private static Optional<Movement> told(Optional<Movement> newest) {
        return newest.filter(week -> week.getMovement() != null);
    }

    private static int weeks(Episode episode) {
        return episode.getWindowDays() / 7;
    }

    private static LocalDate date(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
