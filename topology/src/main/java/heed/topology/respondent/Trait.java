package heed.topology.respondent;

/** Something that respondents are told apart by. */
public enum Trait {
    /** By which channel they answered. */
    CHANNEL(1),
    /** In which language. */
    LANGUAGE(2),
    /** Of what age they are. */
    AGE_BAND(3);

    private final int code;

    Trait(int code) {
        this.code = code;
    }

    /** Returns what stands for the trait in stored bytes; it never changes. */
    public int code() {
        return code;
    }

    /** Returns the category that a respondent falls into; empty where it is not stated. */
    public String of(Respondent who) {
        return switch (this) {
            case CHANNEL -> who.channel().equals(Respondent.NO_CHANNEL) ? "" : who.channel();
            case LANGUAGE -> who.language();
            case AGE_BAND -> who.ageBand();
        };
    }
}
