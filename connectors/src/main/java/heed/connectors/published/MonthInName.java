package heed.connectors.published;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads which month a file's name says: {@code fft_2026-04.csv}, {@code FFT April 2026.csv}, {@code fft-apr-26.csv}.
 */
public final class MonthInName {

    private static final String NAMES = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .map(name -> name.substring(0, 3) + "(?:" + name.substring(3) + ")?")
            .collect(Collectors.joining("|"));
    private static final String APART = "[-_. ,]{0,3}";
    private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)(20\\d\\d)[-_. ]?(0[1-9]|1[0-2])(?![-_. ]?\\d)");
    private static final Pattern NAME_FIRST =
            Pattern.compile("(?<![a-z])(" + NAMES + ")" + APART + "(20\\d\\d|\\d\\d)(?!\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(20\\d\\d)" + APART + "(" + NAMES + ")(?![a-z])", Pattern.CASE_INSENSITIVE);
    private static final int CENTURY = 2000;

    private MonthInName() {}

    /** Returns the month, where the name says one and no other. */
    public static Optional<YearMonth> in(String fileName) {
        Set<YearMonth> found = new TreeSet<>();
        for (Matcher m = NUMBERS.matcher(fileName); m.find(); ) {
            found.add(YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
        }
        for (Matcher m = NAME_FIRST.matcher(fileName); m.find(); ) {
            found.add(YearMonth.of(year(m.group(2)), month(m.group(1))));
        }
        for (Matcher m = YEAR_FIRST.matcher(fileName); m.find(); ) {
            found.add(YearMonth.of(year(m.group(1)), month(m.group(2))));
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static int year(String digits) {
        return digits.length() == 2 ? CENTURY + Integer.parseInt(digits) : Integer.parseInt(digits);
    }

    private static Month month(String name) {
        String first = name.substring(0, 3).toUpperCase(Locale.ROOT);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().startsWith(first))
                .findFirst()
                .orElseThrow();
    }
}
