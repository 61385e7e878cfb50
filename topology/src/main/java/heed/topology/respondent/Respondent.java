package heed.topology.respondent;

/**
 * What respondents are told apart by.
 *
 * @param name all three joined by {@code |}, for stored tables of names; no unit's or measure's code has that character
 * @param channel as the contract names it, {@link #NO_CHANNEL} where not stated
 * @param language empty where not stated
 * @param ageBand empty where not stated
 */
public record Respondent(String name, String channel, String language, String ageBand) {

    /** Name of the channel that is not stated. */
    public static final String NO_CHANNEL = "UNKNOWN";

    /** One of whom nothing is known. */
    public static final Respondent UNKNOWN = of(NO_CHANNEL, "", "");

    /** The channel of responses that an importer expands from published counts. */
    private static final String PUBLISHED = "PUBLISHED";

    /** Tells respondents apart by these. */
    public static Respondent of(String channel, String language, String ageBand) {
        return new Respondent(channel + "|" + language + "|" + ageBand, channel, language, ageBand);
    }

    /** Reads a {@link #name}. */
    public static Respondent named(String name) {
        String[] parts = name.split("\\|", -1);
        return new Respondent(name, parts[0], parts[1], parts[2]);
    }

    /** Says whether this stands for a published figure: nobody is known to have answered at that time. */
    public boolean isPublished() {
        return channel.equals(PUBLISHED);
    }

    /** Returns the same with nothing but the channel. */
    public Respondent channelOnly() {
        return of(channel, "", "");
    }
}
