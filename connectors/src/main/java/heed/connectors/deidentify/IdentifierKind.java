package heed.connectors.deidentify;

import java.util.Locale;

/** Kinds of what may tell who somebody is, each with what stands in its place. */
public enum IdentifierKind {
    URL("[web address]"),
    EMAIL("[e-mail]"),
    PHONE("[phone number]"),
    NHS_NUMBER("[NHS number]"),
    NATIONAL_INSURANCE("[National Insurance number]"),
    DATE("[date]"),
    ADDRESS("[address]"),
    POSTCODE("[postcode]"),
    /** A hospital number, a reference, or any number as long as one. */
    NUMBER("[number]"),
    NAME("[name]");

    private final String placeholder;

    IdentifierKind(String placeholder) {
        this.placeholder = placeholder;
    }

    /** Returns what stands in the place of what was taken out. */
    public String placeholder() {
        return placeholder;
    }

    /** Returns the name that metrics and commands have for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
