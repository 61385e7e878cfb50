package heed.connectors.table;

import java.util.List;

/** Holds a row whose cells stand in the order of the header. */
record GridRow(long line, List<String> content, Header header) implements TableRow {

    @Override
    public String cell(String column) {
        return endsBefore(column) ? "" : Cells.text(content.get(header.place(column)));
    }

    @Override
    public boolean endsBefore(String column) {
        return header.place(column) >= content.size();
    }
}
