package heed.schemas.disclosure;

import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.record.RecordCopy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Makes a record say no more than its sentence does: figures in whole percent, times in days, numbers of answers in
 * steps, no lists, and an id that follows from these. An unrounded estimate would tell the counts that it was made
 * from, and an id that is made from a moment tells it to whoever tries a day's milliseconds.
 */
final class Coarse {

    private static final String ANSWERS = "responses_used";
    private static final String ID = "_id";
    private static final List<String> IDENTITY = List.of("hospital", "measure", "opened_at");
    private static final double PERCENT = 100;
    /** A variance is a square: whole percent of it would be tenths of what it is the square of. */
    private static final double VARIANCE = PERCENT * PERCENT;

    private Coarse() {}

    /** Changes a record that nobody else has, and returns it. */
    static <R extends SpecificRecord> R of(R record, int step) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value instanceof Double figure) {
                record.put(
                        field.pos(), field.name().equals(ANSWERS) ? Math.floor(figure / step) * step : percent(figure));
            } else if (value instanceof Instant moment) {
                record.put(field.pos(), moment.truncatedTo(ChronoUnit.DAYS));
            } else if (value instanceof List) {
                record.put(field.pos(), List.of());
            }
        }
        record.getSchema().getFields().stream()
                .filter(field -> field.name().endsWith(ID))
                .forEach(field -> record.put(field.pos(), id(record)));
        return record;
    }

    /** Returns a drop without the days and groups that it was made from, which overlap with the months. */
    static Drop drop(Drop drop, int step) {
        return of(
                RecordCopy.of(drop, Drop.newBuilder())
                        .setScoreBack(null)
                        .setResponsesBack(null)
                        .build(),
                step);
    }

    /**
     * Returns a hospital's row as of the end of its month, and how often its comparison was restated in steps: the
     * newest response and the newest correction may be of a hospital with too few answers.
     */
    static LeagueRow compared(LeagueRow row, int step) {
        return RecordCopy.of(row, LeagueRow.newBuilder())
                .setAsOf(end(row.getMonth()))
                .setRestatements(row.getRestatements() - row.getRestatements() % step)
                .build();
    }

    /** Returns all hospitals compared as a hospital's row is. */
    static National compared(National row, int step) {
        return RecordCopy.of(row, National.newBuilder())
                .setAsOf(end(row.getMonth()))
                .setRestatements(row.getRestatements() - row.getRestatements() % step)
                .build();
    }

    /** Returns a hospital's row over all measures as its row of one is. */
    static Standing compared(Standing row, int step) {
        return RecordCopy.of(row, Standing.newBuilder())
                .setAsOf(end(row.getMonth()))
                .setRestatements(row.getRestatements() - row.getRestatements() % step)
                .build();
    }

    /**
     * Returns a hospital's row without how far its answers are alike: with the number of answers that tells the sum of
     * the squares of those of each day, and so in a small month the days. What is expected is made with it and told in
     * whole percent.
     */
    static LeagueRow month(LeagueRow row, int step) {
        return RecordCopy.of(compared(row, step), LeagueRow.newBuilder())
                .setDesignEffect(1)
                .setEffectiveN(0)
                .setClusteredLow(0)
                .setClusteredHigh(0)
                .setExpectedLow(percent(row.getExpectedLow()))
                .setExpectedHigh(percent(row.getExpectedHigh()))
                .build();
    }

    /**
     * Returns all hospitals compared as far as no single answer moves it: how many others there are moves with one of
     * theirs.
     */
    static National month(National row, int step) {
        return RecordCopy.of(compared(row, step), National.newBuilder())
                .setP0(percent(row.getP0()))
                .setTau2(Math.rint(row.getTau2() * VARIANCE) / VARIANCE)
                .setAnswerRatio(percent(row.getAnswerRatio()))
                .setDayCorrelation(null)
                .setBelowMinimum(Disclosure.NOT_TOLD)
                .build();
    }

    private static double percent(double figure) {
        return Math.rint(figure * PERCENT) / PERCENT;
    }

    /** Takes and returns basis points. */
    private static int percent(int points) {
        return (int) Math.round(points / PERCENT) * (int) PERCENT;
    }

    private static Instant end(String month) {
        return begin(YearMonth.parse(month).plusMonths(1).atDay(1));
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Returns an id of what is told already. Of two in one line on one day everybody is told the later. */
    private static String id(SpecificRecord coarse) {
        String identity = IDENTITY.stream()
                .map(name -> String.valueOf(
                        coarse.get(coarse.getSchema().getField(name).pos())))
                .collect(Collectors.joining("|"));
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
