package heed.schemas.sentence;

import heed.schemas.Rise;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;

/**
 * Says a lasting rise in plain words, for readers aged 12 and up, with figures rounded and dates of the hospital's
 * zone.
 */
public final class RiseSentences {

    private final Naming naming;

    /** Takes names from the hospitals' list and titles from the questionnaires. */
    public RiseSentences(HospitalDirectory directory, Questionnaires questionnaires) {
        this.naming = new Naming(directory, questionnaires);
    }

    /** Returns the rise in the English of its record; said now where the record has none. */
    public String said(Rise rise) {
        return rise.getSentenceEn() == null ? english(rise) : rise.getSentenceEn();
    }

    /** Returns the rise in English. */
    public String english(Rise rise) {
        Figures figures = Figures.of(rise.getScore(), rise.getBaseline());
        String began = english(rise, rise.getSince());
        String where = "score for '" + naming.title(rise.getMeasure()) + "' at "
                + naming.place(rise.getHospital(), rise.getUnit());
        return switch (rise.getState()) {
            case OPEN, UNSTATED ->
                "The " + where + " is higher than usual: about " + figures.now() + " in 100, usually " + figures.usual()
                        + ". It began around " + began + "; chance alone would show this "
                        + Rarity.of(rise).english() + ".";
            case ENDED ->
                "The " + where + " has come back towards its usual " + figures.usual()
                        + " in 100. The rise began around " + began + " and was over by "
                        + english(rise, rise.getEndedAt()) + ".";
            case REBASELINED ->
                "The higher " + where + " counts as usual from " + english(rise, rise.getEndedAt())
                        + " on, because a member of staff decided so: about " + figures.now() + " in 100 since around "
                        + began + ", before that " + figures.usual() + ".";
        };
    }

    /** Returns the rise in Welsh. */
    public String welsh(Rise rise) {
        Figures figures = Figures.of(rise.getScore(), rise.getBaseline());
        String began = welsh(rise, rise.getSince());
        String where = naming.place(rise.getHospital(), rise.getUnit()) + ": ";
        String title = "'" + naming.title(rise.getMeasure()) + "'";
        return switch (rise.getState()) {
            case OPEN, UNSTATED ->
                where + "mae'r sgôr ar gyfer " + title + " yn uwch nag arfer: tua " + figures.now()
                        + " o bob 100, lle mae "
                        + figures.usual() + " yn arferol. Dechreuodd hyn tua " + began
                        + "; drwy siawns yn unig, byddem yn gweld hyn "
                        + Rarity.of(rise).welsh() + ".";
            case ENDED ->
                where + "mae'r sgôr ar gyfer " + title + " wedi dod yn ôl tuag at y lefel arferol, sef "
                        + figures.usual()
                        + " o bob 100. Dechreuodd y cynnydd tua " + began + " ac roedd drosodd erbyn "
                        + welsh(rise, rise.getEndedAt()) + ".";
            case REBASELINED ->
                where + "o " + welsh(rise, rise.getEndedAt()) + " ymlaen, mae'r sgôr uwch ar gyfer " + title
                        + " yn cyfrif fel y lefel arferol, oherwydd penderfyniad gan aelod o staff: tua "
                        + figures.now()
                        + " o bob 100 ers tua " + began + ", lle'r oedd " + figures.usual() + " yn arferol cyn hynny.";
        };
    }

    private String english(Rise rise, Instant moment) {
        return English.date(naming.date(rise.getHospital(), moment));
    }

    private String welsh(Rise rise, Instant moment) {
        return Months.WELSH.write(naming.date(rise.getHospital(), moment));
    }
}
