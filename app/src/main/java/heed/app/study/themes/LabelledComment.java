package heed.app.study.themes;

import heed.schemas.theme.Theme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;

/**
 * A comment that people have labelled.
 *
 * @param themes those that a model may know
 * @param more how many labels it has besides: themes that are too rare to be learned
 * @param sentiment 1 very positive to 5 very negative, 0 where nobody said
 */
record LabelledComment(String id, String text, Set<Theme> themes, int more, int sentiment) {

    /** Into how many parts those to learn from are cut, to choose by those of the others. */
    static final int PARTS = 5;

    private static final int HELD_BACK_OF = 5;
    private static final int BYTE = 0xff;

    LabelledComment {
        themes = Set.copyOf(themes);
    }

    /** Tells whether it is one of the fifth that nothing is learned from or chosen by; the id alone decides. */
    boolean isHeldBack() {
        return digest(0) % HELD_BACK_OF == 0;
    }

    /** Returns in which part of those to learn from it is. */
    int part() {
        return digest(1) % PARTS;
    }

    private int digest(int at) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8))[at] & BYTE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
