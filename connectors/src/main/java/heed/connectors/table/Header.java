package heed.connectors.table;

import heed.schemas.name.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds columns by their names, whatever their capitals, or by their numbers. */
final class Header {

    private static final int MOST_NAMED = 20;

    private final List<String> names;
    private final Map<String, List<Integer>> places = new HashMap<>();

    /** Takes the names of the columns from the left. */
    Header(List<String> names) {
        this.names = names.stream().map(Cells::text).toList();
        for (int i = 0; i < names.size(); i++) {
            places.computeIfAbsent(Cells.name(names.get(i)), name -> new ArrayList<>())
                    .add(i);
        }
    }

    /** Returns one header of several lines. */
    static Header of(List<List<String>> lines) {
        int width = lines.stream().mapToInt(List::size).max().orElse(0);
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            StringBuilder name = new StringBuilder();
            for (int line = 0; line < lines.size(); line++) {
                name.append(' ').append(cell(lines.get(line), column, line < lines.size() - 1));
            }
            names.add(name.toString());
        }
        return new Header(names);
    }

    private static String cell(List<String> line, int column, boolean merged) {
        int from = Math.min(column, line.size() - 1);
        while (merged && from > 0 && line.get(from).isBlank()) {
            from--;
        }
        return from < 0 || (!merged && column >= line.size()) ? "" : line.get(from);
    }

    List<String> names() {
        return names;
    }

    int width() {
        return names.size();
    }

    /** Returns the place of a column that was asked for before, from 0. */
    int place(String column) {
        List<Integer> found = places.get(Cells.name(column));
        return found == null
                ? Integer.parseInt(column) - 1
                : Objects.requireNonNull(found).get(0);
    }

    /** Tells whether a column is not there by its name, nor by a number. */
    boolean lacksAny(Collection<String> columns) {
        return columns.stream().anyMatch(this::isMissing);
    }

    /** Tells whether every column is there by its name. */
    boolean hasAll(Collection<String> columns) {
        return columns.stream().map(Cells::name).allMatch(places::containsKey);
    }

    private boolean isMissing(String column) {
        return !places.containsKey(Cells.name(column)) && !isNumber(column);
    }

    void require(String file, Collection<String> columns) {
        if (columns.size() > 1 && columns.stream().allMatch(this::isMissing)) {
            String none = "has none of the columns that are to be read, '"
                    + String.join("', '", columns.stream().sorted().toList()) + "'";
            throw new TableException(said(file, List.of(none + "; it has " + listed())), said(file, List.of(none)));
        }
        List<String> problems = new ArrayList<>();
        List<String> withoutContent = new ArrayList<>();
        for (String column : columns) {
            List<Integer> found = places.getOrDefault(Cells.name(column), List.of());
            if (found.size() > 1) {
                String twice = "has the column '" + column + "' more than once, as columns "
                        + String.join(
                                " and ",
                                found.stream().map(place -> "" + (place + 1)).toList())
                        + ": which one is meant can't be told; take one out, or name it in a mapping by its number";
                problems.add(twice);
                withoutContent.add(twice);
            } else if (found.isEmpty() && !isNumber(column)) {
                withoutContent.add("has no column '" + column + "'");
                problems.add("has no column '" + column + "'"
                        + NearestName.near(column, names)
                                .map(near -> "; the nearest is '" + near + "'")
                                .orElse("")
                        + "; it has " + listed());
            }
        }
        if (!problems.isEmpty()) {
            throw new TableException(said(file, problems), said(file, withoutContent));
        }
    }

    private String listed() {
        return String.join(", ", names.stream().limit(MOST_NAMED).toList())
                + (names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "");
    }

    private static String said(String file, List<String> problems) {
        return file + " " + String.join("\n" + file + " ", problems);
    }

    private boolean isNumber(String column) {
        return column.matches("[1-9][0-9]{0,3}") && (names.isEmpty() || Integer.parseInt(column) <= names.size());
    }
}
