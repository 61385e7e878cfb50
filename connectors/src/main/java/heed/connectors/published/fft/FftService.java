package heed.connectors.published.fft;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names the services of which the Friends and Family Test is published, each in a file of its own. */
public enum FftService {
    INPATIENT("inpatients?|ip"),
    AE("a ?& ?e|ae|a and e|emergency"),
    ANTENATAL("antenatal"),
    BIRTH("birth|labour"),
    POSTNATAL_WARD("postnatal ward"),
    POSTNATAL_COMMUNITY("postnatal community"),
    COMMUNITY("community"),
    GP("gp|practices?"),
    OUTPATIENT("outpatients?|op"),
    MENTAL_HEALTH("mental health|mh"),
    AMBULANCE("ambulance|amb|patient transport|pts"),
    DENTAL("dental|dentists?");

    private static final Pattern MATERNITY = word("maternity|mat|postnatal");
    private static final List<FftService> OF_MATERNITY = List.of(ANTENATAL, BIRTH, POSTNATAL_WARD, POSTNATAL_COMMUNITY);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9&]+");

    private final Pattern inName;

    FftService(String inName) {
        this.inName = word(inName);
    }

    private static Pattern word(String words) {
        return Pattern.compile("(?<![a-z0-9])(?:" + words + ")(?![a-z])");
    }

    String question() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what a user types. */
    @Override
    public String toString() {
        return question().replace('_', '-');
    }

    /** Returns the services that a file's name may speak of: none where it names none, several where that is open. */
    public static List<FftService> saidBy(String fileName) {
        String words = BETWEEN_WORDS.matcher(fileName.toLowerCase(Locale.ROOT)).replaceAll(" ");
        List<FftService> said = Arrays.stream(values())
                .filter(each -> each.inName.matcher(words).find())
                .filter(each -> each != COMMUNITY
                        || !POSTNATAL_COMMUNITY.inName.matcher(words).find())
                .toList();
        return said.isEmpty() && MATERNITY.matcher(words).find() ? OF_MATERNITY : said;
    }
}
