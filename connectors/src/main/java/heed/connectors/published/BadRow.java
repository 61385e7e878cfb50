package heed.connectors.published;

/** Names a row that was left out, by the line of the file on which it begins, and why. */
public record BadRow(long line, String problem) {

    @Override
    public String toString() {
        return "line " + line + ": " + problem;
    }
}
