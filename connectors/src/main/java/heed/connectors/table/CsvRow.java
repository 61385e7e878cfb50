package heed.connectors.table;

import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Holds a row whose cells stand in the order of the header. */
record CsvRow(long line, CSVRecord record, Header header) implements TableRow {

    @Override
    public String cell(String column) {
        return endsBefore(column) ? "" : Cells.text(record.get(header.place(column)));
    }

    @Override
    public boolean endsBefore(String column) {
        return header.place(column) >= record.size();
    }

    @Override
    public List<String> content() {
        return record.toList();
    }
}
