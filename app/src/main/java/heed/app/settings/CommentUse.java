package heed.app.settings;

/** What is done with what patients wrote. */
public enum CommentUse {
    /** It is kept on its topic, which the page does not read. */
    KEPT,
    /** It is shown too, to those who hold the right. */
    SHOWN
}
