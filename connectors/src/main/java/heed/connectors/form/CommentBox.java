package heed.connectors.form;

/**
 * Holds the box in which somebody answers in their own words.
 *
 * @param longest how many characters they may be
 * @param written what stands in it already
 */
public record CommentBox(int longest, String written) {

    /** Returns the same with other words in it. */
    public CommentBox with(String words) {
        return new CommentBox(longest, words);
    }
}
