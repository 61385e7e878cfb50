package heed.monitoring.access;

import java.security.SecureRandom;

/** Makes texts that nobody guesses and that are not misread on paper: small letters and digits in groups. */
final class ClearLetters {

    /** Letters and digits that are not taken for each other: five bits each. */
    private static final String CLEAR = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUP = 5;

    private ClearLetters() {}

    /** Returns {@code groups} groups of five with hyphens between them. */
    static String random(int groups, SecureRandom random) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < groups * GROUP; at++) {
            if (at > 0 && at % GROUP == 0) {
                text.append('-');
            }
            text.append(CLEAR.charAt(random.nextInt(CLEAR.length())));
        }
        return text.toString();
    }
}
