package heed.connectors.published;

import heed.connectors.table.Cells;
import heed.connectors.table.HeaderLines;
import heed.connectors.table.RowTable;
import heed.connectors.table.RowTaker;
import heed.connectors.table.TableException;
import heed.connectors.table.TableFormat;
import heed.connectors.table.TableRow;
import heed.connectors.table.TableSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a published file row by row. Its columns are named on the first line that has all that a layout needs, whatever
 * stands above; those that are not needed are ignored, and a row that cannot be true is put aside with its line while
 * the rest goes on. Rows that add up others, and notes, are no hospital's: they are left out and kept apart.
 */
public final class PublishedTable {

    private static final Pattern TOTAL =
            Pattern.compile("(england|(grand |sub)?-?totals?|selection|national|sum)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE_LIKE = Pattern.compile("[A-Z0-9]{3,8}");

    private final RowTable rows;
    private final PublishedLayout layout;
    private final Map<String, String> columns;

    private PublishedTable(RowTable rows, Named named) {
        this.rows = rows;
        this.layout = named.layout();
        this.columns = named.columns();
    }

    /** Takes one row, or says why it can't be true. */
    @FunctionalInterface
    public interface Taker {
        void take(PublishedRow row) throws BadRowException;
    }

    /** Holds what no hospital's figures were made of, in the file's order. */
    public record Rest(List<TotalRow> totals, List<BadRow> rejected) {

        /** Nothing of the kind. */
        public static final Rest NONE = new Rest(List.of(), List.of());

        public Rest {
            totals = List.copyOf(totals);
            rejected = List.copyOf(rejected);
        }

        /** Returns the same with rows that were found to be wrong once all had been read, by their lines. */
        public Rest and(List<BadRow> more) {
            return new Rest(
                    totals,
                    Stream.concat(rejected.stream(), more.stream())
                            .sorted(Comparator.comparingLong(BadRow::line))
                            .toList());
        }
    }

    /**
     * Finds the line that names the columns of one of {@code layouts}; of two the first.
     *
     * @throws PublishedException where the file can't be read, or has no such line
     */
    public static PublishedTable open(PublishedSource source, List<PublishedLayout> layouts) {
        var file = new TableSource(source.name(), source.opener()::open);
        try {
            var lines = new Lines(layouts);
            RowTable.open(file, format(source, HeaderLines.NONE)).read(lines);
            Named named = lines.best(source.name());
            RowTable rows =
                    RowTable.open(file, format(source, new HeaderLines((int) named.line(), (int) named.line())));
            rows.require(named.inOrder());
            return new PublishedTable(rows, named);
        } catch (TableException e) {
            throw new PublishedException(Objects.requireNonNull(e.getMessage()), e);
        }
    }

    private static TableFormat format(PublishedSource source, HeaderLines lines) {
        return TableFormat.GUESSED.withSheet(source.sheet()).withHeader(lines);
    }

    /** Returns the layout that the file has. */
    public PublishedLayout layout() {
        return layout;
    }

    /**
     * Hands every hospital's row to {@code taker} and returns the others, with those that it refused.
     *
     * @throws PublishedException where the file can't be read to its end
     */
    public Rest read(Taker taker) {
        List<TotalRow> totals = new ArrayList<>();
        List<BadRow> rejected = new ArrayList<>();
        try {
            rows.read(new RowTaker() {
                @Override
                public void take(TableRow row) {
                    try {
                        sort(row, totals, taker);
                    } catch (BadRowException e) {
                        rejected.add(new BadRow(row.line(), e.problem()));
                    }
                }

                @Override
                public void refuse(long line, String why) {
                    rejected.add(new BadRow(line, why));
                }
            });
        } catch (TableException e) {
            throw new PublishedException(Objects.requireNonNull(e.getMessage()), e);
        }
        return new Rest(totals, rejected);
    }

    private void sort(TableRow row, List<TotalRow> totals, Taker taker) throws BadRowException {
        if (isNote(row)) {
            return;
        }
        for (String column : layout.needed()) {
            if (row.endsBefore(columns.getOrDefault(column, column))) {
                throw new BadRowException("ends before the column " + column);
            }
        }
        var read = new PublishedRow(row, columns);
        String code = read.text(layout.code());
        String label = code.isEmpty() ? labelOf(row) : code;
        if (TOTAL.matcher(label).matches()) {
            totals.add(new TotalRow(row.line(), label, layout.total().isEmpty() ? "" : read.text(layout.total())));
        } else {
            taker.take(read);
        }
    }

    /** Tells whether a row has one cell alone, and that is no code. */
    private static boolean isNote(TableRow row) {
        List<String> said =
                row.content().stream().filter(cell -> !cell.isBlank()).toList();
        return said.size() == 1 && !CODE_LIKE.matcher(said.get(0).strip()).matches();
    }

    private String labelOf(TableRow row) {
        return rows.columns().stream()
                .filter(column -> layout.names().contains(Cells.name(column)))
                .map(row::cell)
                .findFirst()
                .orElse("");
    }

    /** A line that names columns. */
    private record Named(long line, PublishedLayout layout, List<String> missing, Map<String, String> columns) {

        List<String> inOrder() {
            return layout.needed().stream()
                    .map(column -> columns.getOrDefault(column, column))
                    .toList();
        }
    }

    /** Looks for the line that names most of what a layout needs, all of it where there is one. */
    private static final class Lines implements RowTaker {

        private final List<PublishedLayout> layouts;
        private final List<Named> named = new ArrayList<>();
        private boolean found;

        Lines(List<PublishedLayout> layouts) {
            this.layouts = layouts;
        }

        @Override
        public void take(TableRow row) {
            if (found) {
                return;
            }
            Set<String> cells = row.content().stream().map(Cells::name).collect(Collectors.toSet());
            for (PublishedLayout layout : layouts) {
                var line = new Named(row.line(), layout, layout.missingIn(cells), layout.namedIn(cells));
                named.add(line);
                found |= line.missing().isEmpty();
            }
        }

        @Override
        public void refuse(long line, String why) {
            // A row that is none names no columns; it is refused when the rows are read.
        }

        Named best(String file) {
            Named best = named.stream()
                    .min(Comparator.comparingInt(each -> each.missing().size()))
                    .orElseThrow(() -> new PublishedException(file + " is empty; a line must name the columns "
                            + layouts.get(0).needed()));
            if (!best.missing().isEmpty()) {
                throw new PublishedException(file + " lacks the columns " + best.missing() + "; one line must name "
                        + layouts.stream().map(each -> each.needed().toString()).collect(Collectors.joining(", or ")));
            }
            return best;
        }
    }
}
