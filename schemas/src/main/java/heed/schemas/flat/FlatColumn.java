package heed.schemas.flat;

/**
 * Names one column of a table and says what stands in it.
 *
 * @param name as the contract has it; of a record within the record both names, with {@code _} between
 * @param kind what its cells are
 * @param presence whether every row has a cell
 * @param doc what it means, in the contract's words
 */
public record FlatColumn(String name, Kind kind, Presence presence, String doc) {

    /** What cells are, and as which Java type they are handed over. */
    public enum Kind {
        /** A {@link String}. */
        TEXT("text"),
        /** A {@link Long}. */
        WHOLE("whole number"),
        /** A {@link Double}. */
        NUMBER("number"),
        /** A {@link Boolean}. */
        TRUTH("true or false"),
        /** An {@link java.time.Instant}. */
        INSTANT("time, ISO 8601 in UTC");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Returns it for people. */
        public String words() {
            return words;
        }
    }

    /** Whether every row has a cell. */
    public enum Presence {
        ALWAYS,
        MAY_BE_ABSENT
    }
}
