package heed.schemas.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that a user most likely meant: the one with the fewest letters to change. */
public final class NearestName {

    private static final int LONGEST_COMPARED = 40;

    private NearestName() {}

    /** Returns the nearest of {@code known}, of which there is one at least. */
    public static String of(String written, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> changes(written, name))
                        .thenComparing(name -> name))
                .orElseThrow();
    }

    /**
     * Returns the nearest of {@code known}, or nothing where more than a third of the letters would have to change:
     * then it was probably not meant. For names from outside: what is longer than any name is not compared.
     */
    public static Optional<String> near(String written, Collection<String> known) {
        if (written.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> changes(written, name) <= Math.max(written.length(), name.length()) / 3)
                .min(Comparator.comparingInt(name -> changes(written, name)));
    }

    /** Returns the Levenshtein distance: letters inserted, deleted or replaced. */
    private static int changes(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[to.length()];
    }
}
