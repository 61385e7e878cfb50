package heed.connectors.deidentify;

/** A part of a text, from the first character to behind the last. */
record Span(int from, int to) {

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    boolean covers(Span other) {
        return from <= other.from && other.to <= to;
    }
}
