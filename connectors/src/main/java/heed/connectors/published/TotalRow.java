package heed.connectors.published;

/**
 * Names a row that adds up others, by what it says of itself.
 *
 * @param said how many responses it counts, as it says it; empty where the file has no such column
 */
public record TotalRow(long line, String label, String said) {}
