package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.time.LocalDate;

/** Says a drop in plain words, for readers aged 12 and up, with figures rounded and dates of the hospital's zone. */
public final class DropSentences {

    /** Why an alarm that was raised would not be raised today. */
    static final String NOT_TODAY =
            "Answers behind this alert were corrected or withdrawn since: with those we have now, it would not be raised";

    private static final String NOT_TODAY_WELSH =
            " Ers hynny cafodd rhai o'r atebion y tu ôl i'r rhybudd hwn eu cywiro neu eu "
                    + "tynnu'n ôl: gyda'r rhai sydd gennym nawr, ni fyddai'n cael ei godi.";

    private final Naming naming;

    /** Takes names from the hospitals' list and titles from the questionnaires. */
    public DropSentences(HospitalDirectory directory, Questionnaires questionnaires) {
        this.naming = new Naming(directory, questionnaires);
    }

    /** Returns the drop in the English of its record; said now where the record has none. */
    public String said(Drop drop) {
        return drop.getSentenceEn() == null ? english(drop) : drop.getSentenceEn();
    }

    /** Returns the drop in English. */
    public String english(Drop drop) {
        Figures figures = Figures.of(drop.getScore(), drop.getBaseline());
        String began = english(date(drop, drop.getSince()));
        String what = "the score for '" + title(drop) + "'";
        String where = " at " + place(drop);
        if (drop.getPhase() == DropPhase.REBASELINED) {
            return "The lower score for '" + title(drop) + "'" + where + " counts as usual from "
                    + english(date(drop, drop.getRecoveredAt())) + " on, because a member of staff decided so: about "
                    + figures.now() + " in 100 since around " + began + ", before that " + figures.usual() + ".";
        }
        if (drop.getState() == DropState.RECOVERED) {
            return Naming.capital(what) + where + " has come back towards its usual " + figures.usual()
                    + " in 100. The drop began around " + began + " and was over by "
                    + english(date(drop, drop.getRecoveredAt())) + ".";
        }
        if (drop.getEasedAt() != null) {
            return "At least half of the drop in " + what + where + " was gone by "
                    + english(date(drop, drop.getEasedAt()))
                    + ". It is not yet certain that the score is back at its usual "
                    + figures.usual() + " in 100; until then the drop stays open.";
        }
        if (ChanceSentences.beganInLearning(drop)) {
            return Naming.capital(what) + where + " fell while Heed was still learning what is usual: about "
                    + figures.now() + " in 100 since around " + began + ", " + figures.usual()
                    + " before. " + ChanceSentences.IN_LEARNING;
        }
        String first;
        if (drop.getPhase() == DropPhase.CONFIRMED) {
            first = "The drop in " + what + where + " is confirmed";
        } else if (drop.getReopenedAt() != null && drop.getEscalatedAt() == null) {
            first = Naming.capital(what) + where + " is lower than usual again";
        } else if (drop.getEscalatedAt() == null) {
            first = Naming.capital(what) + where + " is lower than usual";
        } else {
            first = "The drop in " + what + where + " is larger than first thought";
        }
        return first + ": about " + figures.now() + " in 100, usually " + figures.usual() + ". It began around " + began
                + "; chance alone would show this "
                + Rarity.of(drop).english() + "." + (drop.getRaisedToday() ? "" : " " + NOT_TODAY + ".")
                + MixClause.english(drop);
    }

    /** Returns the drop in Welsh. */
    public String welsh(Drop drop) {
        Figures figures = Figures.of(drop.getScore(), drop.getBaseline());
        String began = welsh(date(drop, drop.getSince()));
        String where = place(drop) + ": ";
        String title = "'" + title(drop) + "'";
        if (drop.getPhase() == DropPhase.REBASELINED) {
            return where + "o " + welsh(date(drop, drop.getRecoveredAt())) + " ymlaen, mae'r sgôr is ar gyfer " + title
                    + " yn cyfrif fel y lefel arferol, oherwydd penderfyniad gan aelod o staff: tua " + figures.now()
                    + " o bob 100 ers tua " + began + ", lle'r oedd " + figures.usual() + " yn arferol cyn hynny.";
        }
        if (drop.getState() == DropState.RECOVERED) {
            return where + "mae'r sgôr ar gyfer " + title + " wedi dod yn ôl tuag at y lefel arferol, sef "
                    + figures.usual() + " o bob 100. Dechreuodd y gostyngiad tua " + began
                    + " ac roedd drosodd erbyn " + welsh(date(drop, drop.getRecoveredAt())) + ".";
        }
        if (drop.getEasedAt() != null) {
            return where + "roedd o leiaf hanner y gostyngiad yn y sgôr ar gyfer " + title + " wedi mynd erbyn "
                    + welsh(date(drop, drop.getEasedAt()))
                    + ". Nid yw'n sicr eto fod y sgôr yn ôl ar y lefel arferol, sef "
                    + figures.usual() + " o bob 100; tan hynny mae'r gostyngiad yn dal yn agored.";
        }
        if (ChanceSentences.beganInLearning(drop)) {
            return where + "gostyngodd y sgôr ar gyfer " + title
                    + " tra oedd Heed yn dal i ddysgu beth sy'n arferol: tua "
                    + figures.now() + " o bob 100 ers tua " + began + ", " + figures.usual()
                    + " cyn hynny. " + ChanceSentences.IN_LEARNING_WELSH;
        }
        String first;
        if (drop.getPhase() == DropPhase.CONFIRMED) {
            first = "mae'r gostyngiad yn y sgôr ar gyfer " + title + " wedi'i gadarnhau";
        } else if (drop.getReopenedAt() != null && drop.getEscalatedAt() == null) {
            first = "mae'r sgôr ar gyfer " + title + " yn is nag arfer eto";
        } else if (drop.getEscalatedAt() == null) {
            first = "mae'r sgôr ar gyfer " + title + " yn is nag arfer";
        } else {
            first = "mae'r gostyngiad yn y sgôr ar gyfer " + title + " yn fwy nag a feddyliwyd ar y dechrau";
        }
        return where + first + ": tua " + figures.now() + " o bob 100, lle mae " + figures.usual()
                + " yn arferol. Dechreuodd hyn tua " + began
                + "; drwy siawns yn unig, byddem yn gweld hyn "
                + Rarity.of(drop).welsh() + "." + (drop.getRaisedToday() ? "" : NOT_TODAY_WELSH)
                + MixClause.welsh(drop);
    }

    private String title(Drop drop) {
        return naming.title(drop.getMeasure());
    }

    private String place(Drop drop) {
        return naming.place(drop.getHospital(), drop.getUnit());
    }

    private LocalDate date(Drop drop, Instant moment) {
        return naming.date(drop.getHospital(), moment);
    }

    private static String english(LocalDate date) {
        return English.date(date);
    }

    private static String welsh(LocalDate date) {
        return Months.WELSH.write(date);
    }
}
