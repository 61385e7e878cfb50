package heed.app.settings;

/** Reads a setting's text and says what is allowed where it can't. */
public interface ValueType<T> {

    /** Says what is allowed, to follow "must be": "a whole number from 1 to 10". */
    String allowed();

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException where the text is not allowed; its message is not shown
     */
    T parse(String text);
}
