package heed.app.tail;

/** How a record is printed. */
public enum TailFormat {
    /** A JSON object a line, with all that the record has. */
    JSON,
    /** RFC 4180 with a line of names first; a list is a cell of JSON. */
    CSV
}
