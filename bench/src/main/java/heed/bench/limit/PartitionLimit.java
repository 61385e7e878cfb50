package heed.bench.limit;

import heed.bench.entrant.EntrantSettings;
import heed.bench.entrant.EntrantTopics;
import heed.bench.flat.ByteSink;
import heed.bench.flat.FlatResponse;
import heed.bench.flat.PlaceTable;
import heed.bench.flat.ScoreBytes;
import heed.bench.flat.ScoreRow;
import heed.bench.flat.WindowTable;
import heed.bench.flat.Worths;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The work of one partition. */
final class PartitionLimit {

    private static final List<Window> WINDOWS = List.of(Window.values());
    private static final int KINDS = WINDOWS.size();
    private static final int DAY = WINDOWS.indexOf(Window.DAY);
    private static final int MONTH = WINDOWS.indexOf(Window.MONTH);
    private static final int ROWS = 2 * KINDS;
    private static final int NONE = -1;
    /** Keeps a record of the log of ids well below what a broker takes. */
    private static final int LARGEST_BATCH = 256 << 10;

    private final int partition;
    private final int measures;
    private final int unitsFrom;
    private final FlatResponse in;
    private final PlaceTable places;
    private final WindowTable windows = new WindowTable(HospitalDirectory.DEFAULT_ZONE);
    private final LimitPanes panes;
    private final IdLog ids;
    private final ScoreBytes scores;
    private final CurrentRow row = new CurrentRow();
    private final ByteSink batch = new ByteSink();
    private final int[] before = new int[ROWS];
    private final int[] after = new int[ROWS];
    private final int[] pointsBefore;
    private final int[] noPoints;
    private int idsWritten;
    private int placesWritten;
    private long batches;

    PartitionLimit(int partition, EntrantSettings settings) {
        Questionnaire survey = settings.survey();
        Worths worths = new Worths(survey);
        byte[] header = new byte[WireFormat.HEADER_LENGTH];
        WireFormat.writeHeader(header, settings.registry().register(Topics.SCORES.subject(), Score.getClassSchema()));
        byte[][] names = survey.measures().stream()
                .map(measure -> measure.name().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.partition = partition;
        measures = names.length;
        unitsFrom = WINDOWS.indexOf(settings.unitsFrom());
        in = new FlatResponse(worths);
        places = new PlaceTable(names, header);
        panes = new LimitPanes(measures, settings.lateness().toMillis());
        ids = new IdLog(measures);
        scores = new ScoreBytes(settings.minimums(), places, windows);
        pointsBefore = worths.none();
        noPoints = worths.none();
    }

    /** Takes a response into every row that it touches, unless it was taken in before. */
    void process(ConsumerRecord<byte[], byte[]> record) {
        in.read(record.value());
        int standing = ids.find(in.idHigh(), in.idLow());
        if (standing >= 0
                && (ids.withdrawn(standing) || (!in.withdrawn() && in.revision() <= ids.revision(standing)))) {
            return;
        }
        int place = places.of(in);
        if (standing >= 0) {
            for (int slot = 0; slot < measures; slot++) {
                pointsBefore[slot] = ids.points(standing, slot);
            }
            find(ids.place(standing), ids.givenAtMs(standing), before);
        }
        if (!in.withdrawn()) {
            find(place, in.givenAtMs(), after);
        }
        long arrivedMs = record.timestamp();
        if (standing >= 0) {
            move(before, pointsBefore, in.withdrawn() ? noPoints : in.points(), after, -1, arrivedMs, Restates.YES);
        }
        if (!in.withdrawn()) {
            boolean known = standing >= 0;
            move(
                    after,
                    in.points(),
                    known ? pointsBefore : noPoints,
                    before,
                    1,
                    arrivedMs,
                    known ? Restates.YES : Restates.NO);
        }
        ids.append(in, place, standing);
        if (standing >= 0 || !in.withdrawn()) {
            panes.advanceTo(arrivedMs);
        }
    }

    /** Finds the rows of a response: of the whole hospital, then of the unit, each by kind of window. */
    private void find(int place, long givenAtMs, int[] rows) {
        PlaceTable.NumberedPlace unit = places.get(place);
        for (int kind = 0; kind < KINDS; kind++) {
            int window = windows.of(kind, givenAtMs);
            long endMs = windows.get(window).endMs();
            rows[kind] = panes.row(unit.whole(), window, endMs);
            rows[KINDS + kind] = unit.isWhole() || kind < unitsFrom ? NONE : panes.row(place, window, endMs);
        }
    }

    /**
     * Puts points in (sign 1) or takes them out (-1); others replace them or are replaced by them. A measure that stays
     * as it was in a row leaves the row alone. Days come before months, so that a month can follow its day.
     */
    private void move(
            int[] rows, int[] points, int[] others, int[] otherRows, int sign, long arrivedMs, Restates restates) {
        boolean sameDay = rows[DAY] == otherRows[DAY];
        for (int i = 0; i < ROWS; i++) {
            int row = rows[i];
            boolean within = row == otherRows[i];
            boolean follows = i == MONTH;
            for (int slot = 0; row != NONE && slot < measures; slot++) {
                boolean same = within && points[slot] == others[slot] && (!follows || sameDay);
                if (points[slot] >= 0 && !same) {
                    panes.add(row, slot, sign, points[slot], arrivedMs);
                    if (follows) {
                        panes.follow(row, rows[DAY], slot, sign, points[slot]);
                    }
                    if (restates == Restates.YES && (sign < 0 || !within || others[slot] < 0)) {
                        panes.restate(row, slot);
                    }
                }
            }
        }
    }

    /** Says what has changed since the last time: scores, and the ids that are new. */
    void say(Consumer<ProducerRecord<byte[], byte[]>> output) {
        panes.takeChanged((number, slot) -> {
            row.number = number;
            output.accept(new ProducerRecord<>(
                    Topics.SCORES.name(), null, row.asOfMs(slot), scores.key(row, slot), scores.value(row, slot)));
        });
        while (idsWritten < ids.size()) {
            byte[] key = batch.clear().fixed(batches++).toBytes();
            output.accept(new ProducerRecord<>(EntrantTopics.IDS, partition, key, nextBatch()));
        }
    }

    /** Writes names of new places, then entries, until there are no more or the batch is full. */
    private byte[] nextBatch() {
        batch.clear().number(places.size() - placesWritten);
        while (placesWritten < places.size()) {
            PlaceTable.NumberedPlace place = places.get(placesWritten++);
            byte[] unit = place.unit();
            batch.text(place.hospital()).text(unit == null ? new byte[0] : unit);
        }
        while (idsWritten < ids.size() && batch.length() < LARGEST_BATCH) {
            ids.write(idsWritten++, batch);
        }
        return batch.toBytes();
    }

    /** The row that is written. */
    private final class CurrentRow implements ScoreRow {

        private int number;

        @Override
        public int place() {
            return panes.place(number);
        }

        @Override
        public int window() {
            return panes.window(number);
        }

        @Override
        public long n(int slot) {
            return panes.get(number, slot, LimitPanes.N);
        }

        @Override
        public long sum(int slot) {
            return panes.get(number, slot, LimitPanes.SUM);
        }

        @Override
        public long squares(int slot) {
            return panes.get(number, slot, LimitPanes.SQUARES);
        }

        @Override
        public long asOfMs(int slot) {
            return panes.get(number, slot, LimitPanes.AS_OF);
        }

        @Override
        public long restatements(int slot) {
            return panes.restatements(number, slot);
        }

        @Override
        public long[] days() {
            return panes.days(number);
        }

        @Override
        public boolean isFinal() {
            return panes.isFinal(windows.get(window()).endMs());
        }
    }

    private enum Restates {
        YES,
        NO
    }
}
