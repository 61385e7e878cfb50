package heed.connectors.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads rows whose columns are named on lines above them. */
final class GridTable implements RowTable {

    private static final int LOOKED_FOR_HEADER = 50;

    private final String name;
    private final Grid grid;
    private final HeaderLines lines;
    private final Header header;

    private GridTable(String name, Grid grid, HeaderLines lines, Header header) {
        this.name = name;
        this.grid = grid;
        this.lines = lines;
        this.header = header;
    }

    static GridTable open(String name, Grid grid, HeaderLines lines) {
        List<List<String>> found = new ArrayList<>();
        if (!lines.isNone()) {
            each(name, grid, (line, cells) -> {
                boolean isBeyond = lines.first() > 0 && line > lines.last();
                if (!isBeyond && !isBlank(cells) && lines.takes(line, !found.isEmpty())) {
                    found.add(List.copyOf(cells));
                }
                return !isBeyond && (found.isEmpty() || found.size() <= lines.last() - lines.first());
            });
            if (found.isEmpty()) {
                throw new TableException(name + " has no line that names its columns"
                        + (lines.first() == 0 ? "" : ": line " + lines.first() + ", which the mapping says, has none"));
            }
        }
        return new GridTable(name, grid, lines, Header.of(found));
    }

    private static void each(String name, Grid grid, Grid.LineTaker taker) {
        try {
            grid.read(taker);
        } catch (IOException | UncheckedIOException e) {
            throw new TableException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> columns() {
        return header.names();
    }

    @Override
    public void require(Collection<String> columns) {
        if (header.lacksAny(columns)) {
            int line = lineThatNames(columns);
            if (line > 0) {
                throw new TableException(name + " names its columns on line " + line + ": say  file: {header: " + line
                        + "}  in the mapping");
            }
        }
        header.require(name, columns);
    }

    /** Returns the line near the beginning that has all the columns as cells; 0 where none has. */
    private int lineThatNames(Collection<String> columns) {
        int[] found = {0};
        each(name, grid, (line, cells) -> {
            if (new Header(cells).hasAll(columns)) {
                found[0] = (int) line;
            }
            return found[0] == 0 && line < LOOKED_FOR_HEADER;
        });
        return found[0];
    }

    @Override
    public void read(RowTaker taker) {
        var above = new Above(lines);
        each(name, grid, (line, cells) -> {
            if (!isBlank(cells) && !above.has(line)) {
                take(new GridRow(line, cells, header), taker);
            }
            return true;
        });
    }

    /** Knows which lines stand above the rows. */
    private static final class Above {

        private final HeaderLines lines;
        private boolean isAfterHeader;

        Above(HeaderLines lines) {
            this.lines = lines;
            this.isAfterHeader = lines.isNone();
        }

        boolean has(long line) {
            if (lines.isAbove(line)) {
                return true;
            }
            boolean isHeader = lines.takes(line, isAfterHeader);
            isAfterHeader |= isHeader;
            return isHeader;
        }
    }

    private void take(GridRow row, RowTaker taker) {
        int width = header.width();
        boolean over = width > 0 && row.content().stream().skip(width).anyMatch(cell -> !cell.isBlank());
        if (over) {
            String lack = grid.lackOfTooLongLine();
            taker.refuse(
                    row.line(),
                    "has " + row.content().size() + " cells, more than the " + width + " columns that the header names"
                            + (lack.isEmpty() ? "" : "; " + lack));
        } else {
            taker.take(row);
        }
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }
}
