package heed.monitoring.language;

import java.util.Arrays;
import java.util.Optional;

/** A language that whole pages are in. */
public enum Language {
    ENGLISH("en", "en-GB", "English"),
    WELSH("cy", "cy", "Cymraeg");

    private final String code;
    private final String tag;
    private final String itself;

    Language(String code, String tag, String itself) {
        this.code = code;
        this.tag = tag;
        this.itself = itself;
    }

    /** Returns how an address and a browser name it: {@code en}, {@code cy}. */
    public String code() {
        return code;
    }

    /** Returns how a document says that it is in it. */
    public String tag() {
        return tag;
    }

    /** Returns what its speakers call it. */
    public String itself() {
        return itself;
    }

    /** Returns the other one. */
    public Language other() {
        return this == ENGLISH ? WELSH : ENGLISH;
    }

    /** Finds the language of a code; nothing where no page is in it. */
    public static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }
}
