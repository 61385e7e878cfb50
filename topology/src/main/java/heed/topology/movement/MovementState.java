package heed.topology.movement;

import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All hospitals' days of one partition's questionnaires, a row a hospital and day.
 *
 * <p>Levels are no rows: they follow from the days, to the bit, and what a commit writes it has said. Retention: none,
 * since a correction of an old week moves those after it; a day of 200 hospitals is some 10 kB.
 */
final class MovementState implements HeapState {

    private static final int VERSION = 1;
    private static final long[] NOTHING = {0, 0};

    private final int minimum;
    private final NavigableMap<String, Questionnaire> questionnaires = new TreeMap<>();
    private final Map<Row, byte[]> changed = new LinkedHashMap<>();
    private final RowWriter row = new RowWriter();

    MovementState(int minimum) {
        this.minimum = minimum;
    }

    /** Takes a hospital's day in, in place of what was known of it. */
    void put(ChannelDay day) {
        Row key = new Row(
                day.getQuestionnaire(),
                day.getHospital(),
                LocalDate.parse(day.getLabel()).toEpochDay());
        NavigableMap<String, long[]> sums = new TreeMap<>();
        for (ChannelTally tally : day.getTallies()) {
            long[] sum = sums.computeIfAbsent(tally.getMeasure(), measure -> new long[2]);
            sum[0] += tally.getN();
            sum[1] += tally.getSum();
        }
        long asOfMs = day.getAsOf().toEpochMilli();
        questionnaire(key.questionnaire).set(key, asOfMs, sums);
        changed.put(key, value(asOfMs, sums));
    }

    /** Hands over every week whose level changes with what was put in; called before the changes are written. */
    void forEachMoved(Moved moved) {
        questionnaires.values().forEach(each -> each.update(moved));
    }

    /** Works the levels out, after a restore: they were said when the days were written. */
    void restored() {
        forEachMoved((measure, monday, level, asOfMs) -> {});
    }

    private Questionnaire questionnaire(String id) {
        return questionnaires.computeIfAbsent(id, each -> new Questionnaire());
    }

    private byte[] value(long asOfMs, Map<String, long[]> sums) {
        row.clear().octet(VERSION).number(asOfMs);
        sums.forEach((measure, sum) -> row.text(measure).number(sum[0]).number(sum[1]));
        return row.toBytes();
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        changed.forEach((key, value) -> changelog.write(
                row.clear()
                        .text(key.questionnaire)
                        .text(key.hospital)
                        .number(key.day)
                        .toBytes(),
                value));
        changed.clear();
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        Row name = new Row(reader.text(), reader.text(), reader.number());
        reader.of(Objects.requireNonNull(value, "rows of days are never deleted"));
        reader.requireVersion(VERSION, "movement state");
        long asOfMs = reader.number();
        NavigableMap<String, long[]> sums = new TreeMap<>();
        while (reader.hasMore()) {
            sums.put(reader.text(), new long[] {reader.number(), reader.number()});
        }
        questionnaire(name.questionnaire).set(name, asOfMs, sums);
    }

    /** Takes the level of a measure in the week of a Monday; null where it has none any more. */
    @FunctionalInterface
    interface Moved {

        void take(String measure, long monday, @Nullable Level level, long asOfMs);
    }

    private record Row(String questionnaire, String hospital, long day) {}

    /** The measures of one questionnaire, and when each week was last heard of. */
    private final class Questionnaire {

        private final NavigableMap<String, MeasureWeeks> measures = new TreeMap<>();
        private final NavigableMap<Long, Long> asOf = new TreeMap<>();
        private boolean touched;

        void set(Row day, long asOfMs, Map<String, long[]> sums) {
            sums.keySet().forEach(name -> measures.computeIfAbsent(name, each -> new MeasureWeeks(minimum)));
            asOf.merge(MeasureWeeks.monday(day.day), asOfMs, Math::max);
            measures.forEach((name, weeks) -> {
                long[] sum = sums.getOrDefault(name, NOTHING);
                weeks.set(day.hospital, day.day, sum[0], sum[1]);
                weeks.touch(day.day);
            });
            touched = true;
        }

        void update(Moved moved) {
            if (touched) {
                measures.forEach((name, weeks) ->
                        weeks.update(asOf, (monday, level, asOfMs) -> moved.take(name, monday, level, asOfMs)));
                touched = false;
            }
        }
    }
}
