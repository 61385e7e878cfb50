package heed.topology.response;

import heed.schemas.Channel;
import heed.schemas.name.RespondentCodes;

/**
 * What respondents are told apart by. A language or age band that is no code is not stated: it decides no score, so no
 * response is lost for it.
 *
 * @param name all three joined by {@code |}, for stored tables of names; no unit's or measure's code has that character
 * @param language empty where not stated
 * @param ageBand empty where not stated
 */
public record Respondent(String name, Channel channel, String language, String ageBand) {

    /** One of whom nothing is known. */
    public static final Respondent UNKNOWN = of(Channel.UNKNOWN, null, null);

    /** Tells respondents apart by what is well-formed of these; null is not stated. */
    public static Respondent of(Channel channel, String language, String ageBand) {
        String spoken = RespondentCodes.isLanguage(language) ? language : "";
        String age = RespondentCodes.isAgeBand(ageBand) ? ageBand : "";
        return new Respondent(channel.name() + "|" + spoken + "|" + age, channel, spoken, age);
    }

    /** Reads a {@link #name}. */
    public static Respondent named(String name) {
        String[] parts = name.split("\\|", -1);
        return new Respondent(name, Channel.valueOf(parts[0]), parts[1], parts[2]);
    }

    /** Returns the same with nothing but the channel. */
    public Respondent channelOnly() {
        return of(channel, null, null);
    }
}
