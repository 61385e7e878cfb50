package heed.connectors.published;

import heed.connectors.table.Cells;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param also what editions call a column otherwise, in small letters, the likeliest first
 */
public record PublishedLayout(
        String code, List<String> names, String total, List<String> figures, Map<String, List<String>> also) {

    public PublishedLayout {
        names = List.copyOf(names);
        figures = List.copyOf(figures);
        also = Map.copyOf(also);
    }

    /** Returns a layout whose columns have one name each. */
    public PublishedLayout(String code, List<String> names, String total, List<String> figures) {
        this(code, names, total, figures, Map.of());
    }

    /** Returns all columns that must be there. */
    public List<String> needed() {
        return Stream.concat(Stream.of(code, total).filter(column -> !column.isEmpty()), figures.stream())
                .toList();
    }

    List<String> missingIn(Set<String> cells) {
        Map<String, String> named = namedIn(cells);
        return needed().stream().filter(column -> !named.containsKey(column)).toList();
    }

    /** Returns what a file of {@code cells} calls the columns that are needed; those that it lacks are left out. */
    Map<String, String> namedIn(Set<String> cells) {
        Map<String, String> named = new HashMap<>();
        for (String column : needed()) {
            Stream.concat(Stream.of(Cells.name(column)), also.getOrDefault(column, List.of()).stream())
                    .filter(cells::contains)
                    .findFirst()
                    .ifPresent(name -> named.put(column, name));
        }
        return named;
    }
}
