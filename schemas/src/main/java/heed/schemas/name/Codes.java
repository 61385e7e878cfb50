package heed.schemas.name;

import org.jspecify.annotations.Nullable;

/**
 * Tells what may name a hospital, a unit, a question or an answer: one to forty of {@code A-Z a-z 0-9 . _ -}, the first
 * a letter or digit.
 *
 * <p>The alphabet keeps codes safe in keys joined by {@code |}, in URLs, in file names and in metric labels; the first
 * character, in paths, where {@code ..} leads elsewhere, and as arguments of commands, where {@code -} begins an
 * option.
 */
public final class Codes {

    /** The rule as a regular expression, for messages and documentation. */
    public static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    private static final int LONGEST = 40;

    private Codes() {}

    /** Returns whether {@code text} is a code. Null is none. A loop: it runs for every response. */
    public static boolean isCode(@Nullable CharSequence text) {
        if (text == null || text.length() == 0 || text.length() > LONGEST) {
            return false;
        }
        if (!isLetterOrDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            if (!isCodeCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether the {@code length} bytes from {@code offset} are a code, in ASCII. */
    public static boolean isCode(byte[] text, int offset, int length) {
        if (length < 1 || length > LONGEST) {
            return false;
        }
        if (!isLetterOrDigit((char) (text[offset] & 0xFF))) {
            return false;
        }
        for (int i = offset + 1; i < offset + length; i++) {
            if (!isCodeCharacter((char) (text[i] & 0xFF))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCodeCharacter(char c) {
        return isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
