package heed.connectors.published;

import java.time.YearMonth;

/** Knows one kind of published file: what its name says of its month, and how its rows are read. */
public interface PublishedFormat {

    /**
     * Returns the month that a file's figures are laid into, from its name.
     *
     * @throws PublishedException where the name has none; its message says what to do
     */
    YearMonth monthIn(String fileName);

    /**
     * Reads all rows: those that can be true, and those that cannot with their lines.
     *
     * @throws PublishedException where the file as a whole can't be read
     */
    PublishedFigures read(PublishedSource source);
}
