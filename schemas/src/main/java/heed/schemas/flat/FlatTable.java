package heed.schemas.flat;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.topic.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Says what rows a topic gives: their columns, of which record each is the newest, and of which day.
 *
 * @param <R> what a row is made from
 */
public final class FlatTable<R extends SpecificRecord> {

    private static final String HOSPITAL = "hospital";

    private final Topic<R> topic;
    private final String name;
    private final String doc;
    private final FlatFields fields;
    private final List<More<R>> more;
    private final Identity<R> identity;
    private final BiFunction<R, HospitalDirectory, LocalDate> day;

    FlatTable(
            Named<R> named, List<More<R>> more, Identity<R> identity, BiFunction<R, HospitalDirectory, LocalDate> day) {
        this.topic = named.topic();
        this.name = named.name();
        this.doc = named.doc();
        this.fields = FlatFields.of(named.schema());
        this.more = List.copyOf(more);
        this.identity = identity;
        this.day = day;
    }

    /** What a table is called, and what it is made from. */
    record Named<R>(String name, Topic<R> topic, org.apache.avro.Schema schema, String doc) {}

    /** A column that is no field, and what it holds of a record and when that was written. */
    record More<R>(FlatColumn column, BiFunction<R, Instant, Object> cell) {}

    /**
     * What of several records of one thing only the newest counts by.
     *
     * @param columns that together name a row
     * @param of the same as one text
     */
    record Identity<R>(List<String> columns, Function<R, String> of) {}

    /** Returns the name that a user types, and a file or a table of a database has. */
    public String name() {
        return name;
    }

    /** Returns what a row is. */
    public String doc() {
        return doc;
    }

    /** Returns the topic whose records are the rows. */
    public Topic<R> topic() {
        return topic;
    }

    /** Returns the columns, whose order never changes but at the end. */
    public List<FlatColumn> columns() {
        List<FlatColumn> all = new ArrayList<>(fields.columns());
        more.forEach(each -> all.add(each.column()));
        return List.copyOf(all);
    }

    /** Returns the columns that together name a row; none where every record is one. */
    public List<String> key() {
        return identity.columns();
    }

    /** Tells whether of several records of one thing only the newest is a row. */
    public boolean isNewestOnly() {
        return !identity.columns().isEmpty();
    }

    /** Returns what names a record's row among the others. */
    public String id(R record) {
        return identity.of().apply(record);
    }

    /** Returns the hospital that a row is about. */
    public String hospital(R record) {
        return record.get(record.getSchema().getField(HOSPITAL).pos()).toString();
    }

    /** Returns the day that a row is of, local to its hospital: the first of what it is about. */
    public LocalDate day(R record, HospitalDirectory hospitals) {
        return day.apply(record, hospitals);
    }

    /**
     * Returns a cell for each column; null where it is absent.
     *
     * @param written the record's timestamp
     */
    public List<@Nullable Object> row(R record, Instant written) {
        List<@Nullable Object> cells = fields.cells(record);
        more.forEach(each -> cells.add(each.cell().apply(record, written)));
        return cells;
    }
}
