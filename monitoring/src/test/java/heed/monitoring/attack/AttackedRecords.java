package heed.monitoring.attack;

import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;

import heed.monitoring.ChannelFixture;
import heed.monitoring.DropFixture;
import heed.monitoring.EpisodeFixture;
import heed.monitoring.LeagueFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.ScoreFixture;
import heed.monitoring.ThemeFixture;
import heed.monitoring.WatchFixture;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.EvidenceDay;
import heed.schemas.Filed;
import heed.schemas.MeasureChange;
import heed.schemas.Movement;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.Standing;
import heed.schemas.record.RecordCopy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a read model what the pipeline writes of {@link AttackedMonths}, reading by reading. */
final class AttackedRecords {

    private static final long FEWEST_COMPARED = 21;

    private final AttackedMonths months;

    AttackedRecords(AttackedMonths months) {
        this.months = months;
    }

    /** Tells {@code model} everything that has come in since the reading before this one, and publishes. */
    void play(ReadModel model, int reading) {
        Instant now = months.readings.get(reading);
        for (Cell cell : months.cells) {
            if (cell.seen() == reading && cell.isCorrection()) {
                model.put(restatement(cell));
            }
        }
        for (Cell cell : months.cells) {
            if (cell.seen() == reading) {
                rows(model, cell, reading, now);
            }
        }
        closedMonths(model, reading, now);
        movements(model, reading);
        model.put(drop());
        model.put(WatchFixture.anOpenRise(
                AttackedMonths.BUSY, AttackedMonths.MEASURE, Instant.parse("2026-01-19T08:41:00Z")));
        model.put(episode());
        model.put(ThemeFixture.aThemeWeek(AttackedMonths.BUSY, "2026-W03", null, 20));
        model.put(ThemeFixture.aThemeWeek(AttackedMonths.BUSY, "2026-W03", "food", 9));
        model.put(ThemeFixture.aThemeRise(AttackedMonths.BUSY, "food"));
        model.publish();
    }

    private void rows(ReadModel model, Cell cell, int reading, Instant now) {
        for (String unit : cell.unit() == null ? new String[] {null} : new String[] {null, cell.unit()}) {
            Predicate<Cell> here = each -> AttackedMonths.isAt(each, cell.hospital(), unit);
            LocalDate monday = cell.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            put(model, ScoreFixture.aDay(cell.date()), cell, unit, reading, now, here.and(each -> each.date()
                    .equals(cell.date())));
            put(
                    model,
                    ScoreFixture.aWeek(monday),
                    cell,
                    unit,
                    reading,
                    now,
                    here.and(
                            each -> !each.date().isBefore(monday) && each.date().isBefore(monday.plusWeeks(1))));
            put(
                    model,
                    ScoreFixture.aMonth(YearMonth.from(cell.date()).toString()),
                    cell,
                    unit,
                    reading,
                    now,
                    here.and(each -> YearMonth.from(each.date()).equals(YearMonth.from(cell.date()))));
        }
        model.put(channels(cell.hospital(), cell.date(), reading));
    }

    private void put(
            ReadModel model,
            ScoreFixture window,
            Cell place,
            @Nullable String unit,
            int reading,
            Instant now,
            Predicate<Cell> within) {
        List<Cell> found = months.cells.stream()
                .filter(within)
                .filter(cell -> cell.seen() <= reading)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        window.at(place.hospital())
                .unit(unit)
                .asOf(found.stream().map(Cell::arrival).max(Instant::compareTo).orElseThrow());
        if (window.endsBy(now.minus(AttackedMonths.LATENESS))) {
            window.closed();
        }
        model.put(window.positive(
                found.stream().mapToLong(Cell::positive).sum(),
                found.stream().mapToLong(Cell::n).sum()));
    }

    private ChannelDay channels(String hospital, LocalDate date, int reading) {
        Map<Channel, long[]> sums = new TreeMap<>();
        months.cells.stream()
                .filter(cell -> cell.hospital().equals(hospital) && cell.date().equals(date) && cell.seen() <= reading)
                .forEach(cell -> {
                    long[] sum = sums.computeIfAbsent(cell.channel(), each -> new long[2]);
                    sum[0] += cell.n();
                    sum[1] += cell.positive();
                });
        List<ChannelTally> tallies = new ArrayList<>();
        sums.forEach((channel, sum) -> tallies.add(
                new ChannelTally(channel, AttackedMonths.MEASURE, sum[0], sum[1] * 10_000, sum[1] * 100_000_000)));
        return ChannelFixture.aChannelDay(date).at(hospital).of(tallies);
    }

    /** Every week moves with each answer anywhere. */
    private void movements(ReadModel model, int reading) {
        Map<LocalDate, List<Cell>> weeks = months.cells.stream()
                .filter(cell -> cell.seen() <= reading)
                .collect(Collectors.groupingBy(
                        cell -> cell.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        TreeMap::new,
                        Collectors.toList()));
        weeks.forEach((monday, cells) -> {
            double good = cells.stream().mapToLong(Cell::positive).sum();
            double moved = good / cells.stream().mapToLong(Cell::n).sum() - .7;
            model.put(RecordCopy.of(MovementFixture.week(monday.toString(), moved), Movement.newBuilder())
                    .setAsOf(newest(Map.of("", cells)))
                    .build());
        });
    }

    /** Tells of months that have closed since, and compares hospitals. */
    private void closedMonths(ReadModel model, int reading, Instant now) {
        for (YearMonth month : List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2))) {
            Map<String, List<Cell>> compared = new TreeMap<>();
            Map<String, List<Cell>> heard = seen(month, reading);
            heard.forEach((hospital, found) -> {
                put(model, ScoreFixture.aMonth(month.toString()), found.get(0), null, reading, now, found::contains);
                if (found.stream().mapToLong(Cell::n).sum() >= FEWEST_COMPARED) {
                    compared.put(hospital, found);
                }
            });
            if (!compared.isEmpty()) {
                compare(model, month, compared, newest(heard), now);
            }
        }
    }

    private Map<String, List<Cell>> seen(YearMonth month, int reading) {
        return months.cells.stream()
                .filter(cell ->
                        cell.seen() <= reading && YearMonth.from(cell.date()).equals(month))
                .collect(Collectors.groupingBy(Cell::hospital, TreeMap::new, Collectors.toList()));
    }

    /** Returns when the newest answer came in, which may be that of a hospital that has too few to be compared. */
    private static Instant newest(Map<String, List<Cell>> heard) {
        return heard.values().stream()
                .flatMap(List::stream)
                .map(Cell::arrival)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static void compare(
            ReadModel model, YearMonth month, Map<String, List<Cell>> compared, Instant newest, Instant now) {
        LeagueFixture league = aLeague(AttackedMonths.MEASURE, month.toString())
                .belowMinimum(1)
                .asOf(newest.toString());
        compared.forEach((hospital, found) -> {
            league.row(
                    hospital,
                    found.stream().mapToLong(Cell::positive).sum(),
                    found.stream().mapToLong(Cell::n).sum());
            model.put(RecordCopy.of(
                            aStanding("fft-2020", month.toString(), hospital, 1, compared.size()),
                            Standing.newBuilder())
                    .setFinal$(isClosed(month, now))
                    .setAsOf(newest)
                    .build());
        });
        if (isClosed(month, now)) {
            league.done();
        }
        league.into(model);
    }

    private static boolean isClosed(YearMonth month, Instant now) {
        return !month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(AttackedMonths.LONDON)
                .toInstant()
                .isAfter(now.minus(AttackedMonths.LATENESS));
    }

    /** Many hospitals fell at once, two of these among them. */
    private static Episode episode() {
        return RecordCopy.of(EpisodeFixture.anEpisode(), Episode.newBuilder())
                .setHospitals(List.of(AttackedMonths.BUSY, AttackedMonths.FEW))
                .build();
    }

    private static Restatement restatement(Cell cell) {
        Filed filed = new Filed(
                cell.unit(),
                cell.date().atTime(10, 0).atZone(AttackedMonths.LONDON).toInstant());
        return Restatement.newBuilder()
                .setFeedbackId("0b5a3b5e-6f3f-4d0c-9d0a-222222222222")
                .setKind(RestatementKind.CORRECTED)
                .setHospital(cell.hospital())
                .setFromRevision(1)
                .setRevision(2)
                .setFrom(filed)
                .setTo(filed)
                .setChanges(List.of(new MeasureChange(AttackedMonths.MEASURE, 10_000, 0)))
                .setAsOf(cell.arrival())
                .build();
    }

    /** A drop at the busy hospital, with the days that led to it. */
    private Drop drop() {
        List<EvidenceDay> trail = new ArrayList<>();
        for (LocalDate day = LocalDate.parse("2026-01-08");
                day.isBefore(LocalDate.parse("2026-01-18"));
                day = day.plusDays(1)) {
            LocalDate date = day;
            List<Cell> found = months.cells.stream()
                    .filter(cell -> AttackedMonths.isAt(cell, AttackedMonths.BUSY, null)
                            && cell.date().equals(date)
                            && !cell.isCorrection())
                    .toList();
            int n = (int) found.stream().mapToLong(Cell::n).sum();
            double good = found.stream().mapToLong(Cell::positive).sum();
            trail.add(new EvidenceDay((int) day.toEpochDay(), n, good / n, .9, .5));
        }
        return DropFixture.aDrop()
                .id(AttackedMonths.DROP)
                .at(AttackedMonths.BUSY)
                .between(Instant.parse("2026-01-15T08:00:00Z"), Instant.parse("2026-01-18T10:41:00Z"))
                .with(drop -> drop.setTrail(trail))
                .open();
    }
}
