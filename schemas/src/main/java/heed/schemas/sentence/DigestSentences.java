package heed.schemas.sentence;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums up what a digest tells of one hospital, in English and in Welsh: how many, and no figures.
 *
 * @param found drops that were found
 * @param worse drops that got worse or were raised again
 * @param over drops that are over, or count as usual
 * @param rises rises that were found
 * @param silences silences that were found
 * @param themes themes that more write about
 */
public record DigestSentences(String hospital, int found, int worse, int over, int rises, int silences, int themes) {

    /** Returns it in English: "H1: 2 drops found, 1 worse, 1 rise found". */
    public String english() {
        List<String> parts = new ArrayList<>();
        add(parts, found, found == 1 ? " drop found" : " drops found");
        add(parts, worse, worse == 1 ? " drop got worse" : " drops got worse");
        add(parts, over, over == 1 ? " drop over" : " drops over");
        add(parts, rises, rises == 1 ? " rise found" : " rises found");
        add(parts, silences, silences == 1 ? " place gone quiet" : " places gone quiet");
        add(parts, themes, themes == 1 ? " theme that more write about" : " themes that more write about");
        return hospital + ": "
                + (parts.isEmpty()
                        ? "nothing new: what was told before is over, or taken back"
                        : String.join(", ", parts));
    }

    private static void add(List<String> parts, int count, String words) {
        if (count > 0) {
            parts.add(English.count(count) + words);
        }
    }

    /** Returns the same in Welsh, each count behind its word. */
    public String welsh() {
        List<String> parts = new ArrayList<>();
        addWelsh(parts, "gostyngiadau newydd", found);
        addWelsh(parts, "gostyngiadau gwaeth", worse);
        addWelsh(parts, "gostyngiadau drosodd", over);
        addWelsh(parts, "cynnydd newydd", rises);
        addWelsh(parts, "lleoedd distaw", silences);
        addWelsh(parts, "themâu y mae mwy yn ysgrifennu amdanynt", themes);
        return hospital + ": "
                + (parts.isEmpty()
                        ? "dim byd newydd: mae'r hyn a ddywedwyd o'r blaen drosodd, neu wedi'i dynnu'n ôl"
                        : String.join(", ", parts));
    }

    private static void addWelsh(List<String> parts, String words, int count) {
        if (count > 0) {
            parts.add(words + " " + English.count(count));
        }
    }

    /** Returns what leads to the hospital's report, in English. */
    public static String report() {
        return "Report of its newest closed month";
    }

    /** Returns the same in Welsh. */
    public static String reportWelsh() {
        return "Adroddiad ar ei fis caeedig diweddaraf";
    }
}
