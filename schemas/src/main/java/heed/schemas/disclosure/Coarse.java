package heed.schemas.disclosure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes a record say no more than its sentence does: figures in whole percent, times in days, numbers of answers in
 * steps, no lists. An unrounded estimate would tell the counts that it was made from.
 */
final class Coarse {

    private static final String ANSWERS = "responses_used";
    private static final double PERCENT = 100;

    private Coarse() {}

    /** Changes a record that nobody else has, and returns it. */
    static <R extends SpecificRecord> R of(R record, int step) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value instanceof Double figure) {
                record.put(
                        field.pos(),
                        field.name().equals(ANSWERS)
                                ? Math.floor(figure / step) * step
                                : Math.rint(figure * PERCENT) / PERCENT);
            } else if (value instanceof Instant moment) {
                record.put(field.pos(), moment.truncatedTo(ChronoUnit.DAYS));
            } else if (value instanceof List) {
                record.put(field.pos(), List.of());
            }
        }
        return record;
    }
}
