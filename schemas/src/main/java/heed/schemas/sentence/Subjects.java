package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Episode;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.ThemeRise;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;

/** Says in a line what a message is about, for people who have many: no figures, in English and in Welsh. */
public final class Subjects {

    private final Naming naming;

    /** Takes names from the hospitals' list and titles from the questionnaires. */
    public Subjects(HospitalDirectory directory, Questionnaires questionnaires) {
        this.naming = new Naming(directory, questionnaires);
    }

    /** Returns what is to be said of a drop, in English. */
    public String english(Drop drop) {
        String where =
                " in '" + naming.title(drop.getMeasure()) + "' at " + naming.place(drop.getHospital(), drop.getUnit());
        if (drop.getPhase() == DropPhase.REBASELINED) {
            return "A drop counts as usual now" + where;
        }
        if (drop.getState() == DropState.RECOVERED) {
            return "A drop is over" + where;
        }
        String size = English.severity(drop.getSeverity()) + " drop" + where;
        return drop.getReopenedAt() == null ? Naming.capital(size) : "Again a " + size;
    }

    /** Returns the same in Welsh. */
    public String welsh(Drop drop) {
        String where = "'" + naming.title(drop.getMeasure()) + "', " + naming.place(drop.getHospital(), drop.getUnit());
        return drop.getState() == DropState.RECOVERED
                ? "Gostyngiad sydd drosodd: " + where
                : "Gostyngiad yn y sgôr: " + where;
    }

    /** Returns what is to be said of a rise, in English. */
    public String english(Rise rise) {
        String where =
                " in '" + naming.title(rise.getMeasure()) + "' at " + naming.place(rise.getHospital(), rise.getUnit());
        return (rise.getState() == RiseState.OPEN ? "Rise" : "A rise is over") + where;
    }

    /** Returns the same in Welsh. */
    public String welsh(Rise rise) {
        String where = "'" + naming.title(rise.getMeasure()) + "', " + naming.place(rise.getHospital(), rise.getUnit());
        return rise.getState() == RiseState.OPEN
                ? "Cynnydd yn y sgôr: " + where
                : "Cynnydd yn y sgôr sydd drosodd: " + where;
    }

    /** Returns what is to be said of a silence, in English. */
    public String english(Silence silence) {
        String where = naming.place(silence.getHospital(), silence.getUnit());
        return silence.getState() == SilenceState.ENDED
                ? "Responses arrive again: " + where
                : "No responses arrive: " + where;
    }

    /** Returns the same in Welsh. */
    public String welsh(Silence silence) {
        String where = naming.place(silence.getHospital(), silence.getUnit());
        return silence.getState() == SilenceState.ENDED
                ? "Mae atebion yn cyrraedd eto: " + where
                : "Nid oes atebion yn cyrraedd: " + where;
    }

    /** Returns what is to be said of an episode, in English. */
    public String english(Episode episode) {
        return "Many hospitals fell at once in '" + naming.title(episode.getMeasure()) + "'";
    }

    /** Returns the same in Welsh. */
    public String welsh(Episode episode) {
        return "Disgynnodd llawer o ysbytai ar yr un pryd: '" + naming.title(episode.getMeasure()) + "'";
    }

    /** Returns what is to be said of a theme that more write about, in English. */
    public String english(ThemeRise rise) {
        String what = " '" + ThemeRiseSentences.title(rise) + "' at " + naming.place(rise.getHospital(), null);
        return switch (rise.getState()) {
            case OPEN, UNSTATED -> "More write about" + what;
            case ENDED -> "No longer more than usual write about" + what;
            case WITHDRAWN -> "Taken back: more write about" + what;
        };
    }

    /** Returns the same in Welsh. */
    public String welsh(ThemeRise rise) {
        String what = "'" + ThemeRiseSentences.title(rise) + "', " + naming.place(rise.getHospital(), null);
        return switch (rise.getState()) {
            case OPEN, UNSTATED -> "Mwy yn ysgrifennu am: " + what;
            case ENDED -> "Dim mwy nag arfer yn ysgrifennu bellach am: " + what;
            case WITHDRAWN -> "Tynnwyd yn ôl: mwy yn ysgrifennu am: " + what;
        };
    }

    /** Returns what a digest of several is called, in English. */
    public static String digest(int notices) {
        return notices == 1 ? "1 change" : English.count(notices) + " changes";
    }

    /** Returns what leads to more, in English. */
    public static String more() {
        return "More about it";
    }

    /** Returns the same in Welsh. */
    public static String moreWelsh() {
        return "Rhagor amdano";
    }

    /** Returns why somebody gets a message, in English. */
    public static String because(String route) {
        return "Heed sends this because your address is in its route " + route + ". Whoever runs Heed can take it out.";
    }

    /** Returns the same in Welsh. */
    public static String becauseWelsh(String route) {
        return "Mae Heed yn anfon hwn oherwydd bod eich cyfeiriad yn ei lwybr " + route
                + ". Gall pwy bynnag sy'n rhedeg Heed ei dynnu allan.";
    }

    /** Returns what leads to where such mails are stopped, in English. */
    public static String stop() {
        return "Have no more of these mails";
    }

    /** Returns the same in Welsh. */
    public static String stopWelsh() {
        return "Peidio â chael rhagor o'r negeseuon hyn";
    }

    /** Returns what a try of a route says, which tells of nothing, in English. */
    public static String trial(String route) {
        return "This is a try of the route " + route + " of Heed. Nothing has happened, and nothing is to be done.";
    }

    /** Returns the same in Welsh. */
    public static String trialWelsh(String route) {
        return "Prawf o lwybr " + route + " Heed yw hwn. Does dim byd wedi digwydd, ac nid oes dim i'w wneud.";
    }
}
