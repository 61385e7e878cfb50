package heed.schemas.sentence;

/**
 * Holds what the form says beside its questions, in one language.
 *
 * @param language its tag
 * @param ownWords how much may be written, the number as {@code %s}
 * @param privacy what becomes of what is written
 * @param wordsRefused why what was written was not taken, the number as {@code %s}
 * @param languages what the choice of languages is called
 */
public record FormWords(
        String language,
        String languages,
        String anonymous,
        String oneAnswer,
        String leaveOut,
        String ownWords,
        String privacy,
        String send,
        String clear,
        String next,
        String thanks,
        String problem,
        String empty,
        String wordsRefused,
        String notNow,
        String used,
        String noLink) {

    /** The words of a language that has none of its own. */
    public static final FormWords ENGLISH = new FormWords(
            "en",
            "Language",
            "Your answers are anonymous.",
            "Choose one answer.",
            "You may leave out any question.",
            "You may leave this empty. At most %s characters.",
            "Please do not write names, or what tells who you or others are. We take out what we find of it, and staff"
                    + " may read the rest.",
            "Send my answers",
            "Clear and start again",
            "Next person",
            "Thank you. We have received your answers.",
            "There is a problem",
            "Please answer at least one question.",
            "What you wrote has more than %s characters, or signs that we cannot keep. Please change it.",
            "We could not receive your answers just now. Please send them again.",
            "Thank you. This link has been used, and counts once.",
            "This link is not good any more.");

    private static final FormWords WELSH = new FormWords(
            "cy",
            "Iaith",
            "Mae eich atebion yn ddienw.",
            "Dewiswch un ateb.",
            "Cewch adael unrhyw gwestiwn heb ei ateb.",
            "Cewch adael hwn yn wag. Dim mwy na %s o nodau.",
            "Peidiwch ag ysgrifennu enwau, na dim sy'n dangos pwy ydych chi neu eraill. Rydym yn tynnu'r hyn a gawn"
                    + " ohono, a gall staff ddarllen y gweddill.",
            "Anfon fy atebion",
            "Clirio a dechrau eto",
            "Y person nesaf",
            "Diolch. Rydym wedi derbyn eich atebion.",
            "Mae problem",
            "Atebwch o leiaf un cwestiwn.",
            "Mae mwy na %s o nodau yn yr hyn a ysgrifennoch, neu arwyddion na allwn eu cadw. Newidiwch ef.",
            "Nid oedd modd derbyn eich atebion nawr. Anfonwch nhw eto.",
            "Diolch. Mae'r ddolen hon wedi'i defnyddio, ac yn cyfrif unwaith.",
            "Nid yw'r ddolen hon yn gweithio mwyach.");

    /** Returns the words of a language, the English ones where it has none. */
    public static FormWords of(String language) {
        return language.equals("cy") ? WELSH : ENGLISH;
    }
}
