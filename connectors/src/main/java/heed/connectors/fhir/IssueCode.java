package heed.connectors.fhir;

/** What kind of thing is wrong, by the standard's value set of issue types. */
public enum IssueCode {
    STRUCTURE("structure", Phase.STANDARD),
    VALUE("value", Phase.STANDARD),
    MISSING("required", Phase.STANDARD),
    INVALID("invalid", Phase.STANDARD),
    REQUIRED("required", Phase.RULE),
    CODE_INVALID("code-invalid", Phase.RULE),
    BUSINESS_RULE("business-rule", Phase.RULE),
    NOT_SUPPORTED("not-supported", Phase.RULE),
    NOT_FOUND("not-found", Phase.RULE),
    MULTIPLE("multiple-matches", Phase.RULE),
    DUPLICATE("duplicate", Phase.RULE),
    EXTENSION("extension", Phase.RULE),
    TOO_COSTLY("too-costly", Phase.RULE),
    TOO_MANY("informational", Phase.RULE);

    private final String code;
    private final Phase phase;

    IssueCode(String code, Phase phase) {
        this.code = code;
        this.phase = phase;
    }

    /** Whose rule is broken. */
    private enum Phase {
        STANDARD,
        RULE
    }

    /** Returns the code of the value set. */
    public String code() {
        return code;
    }

    /** Tells whether it is no R4 at all, rather than none that is taken here. */
    public boolean isOfStandard() {
        return phase == Phase.STANDARD;
    }
}
