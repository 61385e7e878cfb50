package heed.app.export;

import heed.connectors.export.TopicRows.Written;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Window;
import heed.schemas.disclosure.Reading;
import heed.schemas.flat.DaySpan;
import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatTable;
import heed.schemas.flat.FlatTables;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.CommittedRecords;
import heed.schemas.reader.Route;
import heed.schemas.serde.TopicSerdes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what everybody may be told, as a page whose audience is everybody tells it: by the same read model and the
 * same disclosure, under the columns of the contracts. A cell that says more than such a page is empty.
 */
public final class PublishedRows {

    /** Longer than the read model waits for the rows of a comparison that is being written. */
    private static final Duration SETTLES_IN = Duration.ofMillis(2_500);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final double FULL = 10_000;

    private final ReadModel model;
    private final HospitalDirectory hospitals;
    private final Clock clock;

    /** Takes an empty model of that audience. */
    public PublishedRows(ReadModel model, HospitalDirectory hospitals, Clock clock) {
        this.model = model;
        this.hospitals = hospitals;
        this.clock = clock;
    }

    /** Reads the topics to their ends. */
    public PublishedRows read(
            Supplier<? extends org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers,
            TopicSerdes serdes) {
        Map<String, Consumer<ConsumerRecord<String, byte[]>>> intakes = new HashMap<>();
        List<Route<?>> routes = model.routes();
        routes.forEach(route -> intakes.put(route.topic().name(), intake(route, serdes)));
        try (var records = new CommittedRecords(
                consumers.get(), routes.stream().map(Route::topic).toList())) {
            Consumer<ConsumerRecord<String, byte[]>> each =
                    record -> intakes.getOrDefault(record.topic(), none -> {}).accept(record);
            records.seekToBeginning();
            records.readToEnd(each);
            model.publish();
            Instant settled = clock.instant().plus(SETTLES_IN);
            while (clock.instant().isBefore(settled)) {
                records.poll(POLL, each);
            }
            model.publish();
        }
        return this;
    }

    private static <V> Consumer<ConsumerRecord<String, byte[]>> intake(Route<V> route, TopicSerdes serdes) {
        Deserializer<V> values = serdes.of(route.topic()).deserializer();
        return record -> {
            if (record.value() == null) {
                route.remove().accept(record.key());
                return;
            }
            try {
                route.put()
                        .take(
                                values.deserialize(record.topic(), record.headers(), record.value()),
                                Instant.ofEpochMilli(record.timestamp()));
            } catch (SerializationException e) {
                // None of ours, as every reader of the output has it.
                return;
            }
        };
    }

    /** Returns a writer of the rows of a table that are of days of {@code span}. */
    public ExportFile.Rows rows(FlatTable<?> table, DaySpan span, java.util.function.Predicate<String> hospital) {
        Snapshot snapshot = model.seenBy(Viewer.everything()).snapshot();
        return file -> {
            long rows = 0;
            for (List<@Nullable Object> row :
                    (Iterable<List<@Nullable Object>>) cells(table, snapshot, span, hospital)::iterator) {
                file.write(row);
                rows++;
            }
            return new Written(rows, 0);
        };
    }

    private Stream<List<@Nullable Object>> cells(
            FlatTable<?> table, Snapshot snapshot, DaySpan span, java.util.function.Predicate<String> hospital) {
        return switch (table.name()) {
            case "scores" ->
                snapshot.part(Hospitals.class).byCode().values().stream()
                        .filter(each -> hospital.test(each.code()))
                        .sorted(Comparator.comparing(HospitalFigures::code))
                        .flatMap(each -> each.series().values().stream())
                        .flatMap(line -> months(line, snapshot, span));
            case "drops" ->
                snapshot.part(Drops.class).newestFirst().stream()
                        .filter(drop -> hospital.test(drop.getHospital()))
                        .flatMap(drop -> row(FlatTables.DROPS, drop, span));
            case "league" ->
                snapshot.part(Leagues.class).measures().values().stream()
                        .flatMap(months -> months.values().stream())
                        .flatMap(comparison -> comparison.rows().stream())
                        .filter(row -> hospital.test(row.getHospital()))
                        .flatMap(row -> row(FlatTables.LEAGUE, row, span));
            default ->
                throw new IllegalArgumentException("nobody but whoever runs Heed is told of " + table.name()
                        + ": there is no published " + table.name());
        };
    }

    private <R extends SpecificRecord> Stream<List<@Nullable Object>> row(FlatTable<R> table, R record, DaySpan span) {
        return span.has(table.day(record, hospitals)) ? Stream.of(table.row(record, Instant.EPOCH)) : Stream.empty();
    }

    private Stream<List<@Nullable Object>> months(Series line, Snapshot snapshot, DaySpan span) {
        LocalDate today = hospitals.date(line.key().hospital(), snapshot.now());
        return line.over(Series::months, snapshot.now(), today).stream()
                .filter(month -> span.has(hospitals.date(line.key().hospital(), month.start())))
                .map(month -> month(line, month));
    }

    private List<@Nullable Object> month(Series line, Series.Period month) {
        Map<String, Object> told = new HashMap<>(Map.of(
                "hospital", line.key().hospital(),
                "measure", line.key().measure(),
                "window", Window.MONTH.name(),
                "start", month.start(),
                "end", month.end(),
                "label",
                        YearMonth.from(hospitals.date(line.key().hospital(), month.start()))
                                .toString(),
                "suppressed", month.reading() instanceof Reading.TooFew,
                "final", true));
        if (month.reading() instanceof Reading.TooFew few) {
            told.put("minimum", (long) few.minimum());
        }
        if (month.reading() instanceof Reading.NoResponses) {
            told.put("n", 0L);
        }
        month.reading().shown().ifPresent(shown -> {
            told.put("n", shown.answers());
            told.put("score", Math.round(shown.figures().score() * FULL));
            told.put("low", Math.round(shown.figures().low() * FULL));
            told.put("high", Math.round(shown.figures().high() * FULL));
        });
        List<@Nullable Object> cells = new ArrayList<>();
        FlatTables.SCORES.columns().stream()
                .map(FlatColumn::name)
                .map(told::get)
                .forEach(cells::add);
        return cells;
    }
}
