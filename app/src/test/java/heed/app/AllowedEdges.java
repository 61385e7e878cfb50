package heed.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows which package may depend on which, from the table {@code layers.txt}. Names are without {@code heed.} in front.
 */
final class AllowedEdges {

    private static final String BELOW = ".*";

    private final Map<String, List<String>> table = new HashMap<>();

    AllowedEdges() throws IOException {
        try (InputStream in = AllowedEdges.class.getResourceAsStream("layers.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        }
    }

    private void add(String line) {
        String[] sides = line.split(" *: *", 2);
        List<String> allowed = Arrays.stream(sides[1].split(" "))
                .filter(each -> !each.isEmpty())
                .toList();
        if (table.put(sides[0], allowed) != null) {
            throw new IllegalArgumentException("two lines for " + sides[0]);
        }
    }

    /** Tells whether a line covers the package. */
    boolean knows(String from) {
        return row(from).isPresent();
    }

    /** Tells whether one may depend on the other: on itself each may. */
    boolean allows(String from, String to) {
        return from.equals(to) || row(from).stream().flatMap(List::stream).anyMatch(name -> covers(name, to));
    }

    private Optional<List<String>> row(String from) {
        for (String at = from; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            List<String> row = table.get(at.equals(from) ? at : at + BELOW);
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static boolean covers(String name, String to) {
        if (!name.endsWith(BELOW)) {
            return name.equals(to);
        }
        String top = name.substring(0, name.length() - BELOW.length());
        return to.equals(top) || to.startsWith(top + ".");
    }

    /** Returns the names in the table that none of {@code packages} has, so that no line outlives what it speaks of. */
    List<String> unusedNames(List<String> packages) {
        return table.entrySet().stream()
                .flatMap(row -> Stream.concat(Stream.of(row.getKey()), row.getValue().stream()))
                .distinct()
                .filter(name -> packages.stream().noneMatch(each -> covers(name, each)))
                .sorted()
                .toList();
    }
}
