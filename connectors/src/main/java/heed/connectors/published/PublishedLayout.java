package heed.connectors.published;

import heed.connectors.table.Cells;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which columns a kind of published file has. Capitals, and the spaces and line breaks of a header, count for
 * nothing.
 *
 * @param code the column of the hospital's code
 * @param names columns, in small letters, of which the first that is there says what a row without a code is
 * @param total the column of how many responses a row counts; empty where none does
 * @param figures the other columns that are read
 */
public record PublishedLayout(String code, List<String> names, String total, List<String> figures) {

    public PublishedLayout {
        names = List.copyOf(names);
        figures = List.copyOf(figures);
    }

    /** Returns all columns that must be there. */
    public List<String> needed() {
        return Stream.concat(Stream.of(code, total).filter(column -> !column.isEmpty()), figures.stream())
                .toList();
    }

    List<String> missingIn(Set<String> cells) {
        return needed().stream()
                .filter(column -> !cells.contains(Cells.name(column)))
                .toList();
    }
}
