package heed.topology.admit;

import heed.schemas.Channel;
import heed.schemas.name.RespondentCodes;
import heed.topology.respondent.Respondent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes each combination of channel, language and age band once: most responses share a few. A language or age band
 * that is no code is not stated: it decides no score, so no response is lost for it.
 */
final class Respondents {

    /** More than any honest sender has; what comes beyond is made anew each time, and no less right. */
    private static final int MOST_KEPT = 4_096;

    private static final Channel[] CHANNELS = Channel.values();

    private final List<ByteTable<Respondent>> byChannel = new ArrayList<>();
    private int kept;

    Respondents() {
        for (int i = 0; i < CHANNELS.length; i++) {
            byChannel.add(new ByteTable<>());
        }
    }

    Respondent of(FlatFeedback flat) {
        ByteTable<Respondent> known = byChannel.get(flat.channel);
        Respondent found = known.get(flat.bytes, flat.tailAt, flat.tailLength);
        if (found != null) {
            return found;
        }
        String language = text(flat, flat.languageAt, flat.languageLength);
        String ageBand = text(flat, flat.ageBandAt, flat.ageBandLength);
        Respondent made = Respondent.of(
                CHANNELS[flat.channel].name(),
                RespondentCodes.isLanguage(language) ? language : "",
                RespondentCodes.isAgeBand(ageBand) ? ageBand : "");
        if (kept < MOST_KEPT) {
            kept++;
            known.computeIfAbsent(flat.bytes, flat.tailAt, flat.tailLength, bytes -> made);
        }
        return made;
    }

    private static String text(FlatFeedback flat, int at, int length) {
        return length < 0 ? "" : new String(flat.bytes, at, length, StandardCharsets.UTF_8);
    }
}
