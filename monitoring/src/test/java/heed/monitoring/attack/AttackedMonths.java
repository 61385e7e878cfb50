package heed.monitoring.attack;

import static heed.monitoring.LeagueFixture.aLeague;

import heed.monitoring.ChannelFixture;
import heed.monitoring.DropFixture;
import heed.monitoring.LeagueFixture;
import heed.monitoring.ScoreFixture;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Channel;
import heed.schemas.ChannelTally;
import heed.schemas.EvidenceDay;
import heed.schemas.Filed;
import heed.schemas.MeasureChange;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What patients of four hospitals answered from 5 January to 20 February 2026, and what was corrected in March, told to
 * a read model reading by reading: a busy hospital, one with two answers a day, one with a large ward, a small one and
 * one of three answers, and one with seven answers in all. The same every time.
 */
final class AttackedMonths {

    static final String MEASURE = "fft-2020.positive";
    static final String BUSY = "BUSY";
    static final String TWO = "TWO";
    static final String WARDS = "WARDS";
    static final String FEW = "FEW";
    static final String DROP = "11111111-6f3f-5d0c-9d0a-111111111111";
    static final ZoneId LONDON = ZoneId.of("Europe/London");
    static final LocalDate FIRST = LocalDate.parse("2026-01-05");
    static final LocalDate LAST = LocalDate.parse("2026-02-20");
    static final Duration LATENESS = Duration.ofDays(45);

    private static final LocalDate FIRST_READING = LocalDate.parse("2026-01-20");
    private static final LocalDate CORRECTED = LocalDate.parse("2026-01-14");

    final List<Cell> cells = new ArrayList<>();
    final List<Instant> readings = new ArrayList<>();
    private final Random random = new Random(17);

    AttackedMonths() {
        for (LocalDate day = FIRST_READING; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.getDayOfMonth() % 4 == 0) {
                readings.add(day.atTime(12, 0).atZone(LONDON).toInstant());
            }
            readings.add(day.atTime(23, 0).atZone(LONDON).toInstant());
        }
        for (String later : List.of("2026-03-17", "2026-03-19", "2026-03-20", "2026-03-21")) {
            readings.add(LocalDate.parse(later).atTime(23, 0).atZone(LONDON).toInstant());
        }
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            answers(day, (int) ChronoUnit.DAYS.between(FIRST, day));
        }
        // One answer of January is corrected when its month has long been closed.
        add(BUSY, null, Channel.SMS, CORRECTED, LocalDate.parse("2026-03-20").atTime(20, 0), 0, -1);
    }

    private void answers(LocalDate day, int at) {
        if (readings.contains(day.atTime(12, 0).atZone(LONDON).toInstant())) {
            add(BUSY, null, Channel.SMS, day, day.atTime(11, 0), 1, random.nextInt(2));
            add(TWO, null, Channel.SMS, day, day.atTime(11, 0), 1, random.nextInt(2));
        } else {
            good(TWO, null, Channel.SMS, day, 1);
        }
        good(BUSY, null, Channel.SMS, day, 17 + random.nextInt(6));
        good(BUSY, null, Channel.WEB, day, 5);
        if (at % 3 == 0) {
            good(BUSY, null, Channel.PAPER, day, 1);
        }
        good(TWO, null, Channel.SMS, day, at % 3 == 0 ? 2 : 1);
        good(WARDS, "A", Channel.SMS, day, 12 + random.nextInt(4));
        good(WARDS, "B", Channel.SMS, day, 1);
        if (at % 7 == 3 && day.getMonthValue() == 2) {
            good(WARDS, "X", Channel.SMS, day, 1);
        }
        if (at % 7 == 5) {
            good(FEW, null, Channel.SMS, day, 1);
        }
    }

    private void good(String hospital, @Nullable String unit, Channel channel, LocalDate day, int n) {
        long positive = random.ints(n, 0, 10).filter(each -> each < 7).count();
        add(hospital, unit, channel, day, day.atTime(20, 0), n, positive);
    }

    private void add(
            String hospital,
            @Nullable String unit,
            Channel channel,
            LocalDate day,
            java.time.LocalDateTime at,
            long n,
            long positive) {
        Instant arrival = at.atZone(LONDON).toInstant().plusSeconds(7L * (cells.size() % 300) + 1);
        int seen = 0;
        while (readings.get(seen).isBefore(arrival)) {
            seen++;
        }
        cells.add(new Cell(hospital, unit, channel, day, seen, arrival, n, positive));
    }

    /** Tells {@code model} everything that has come in since the reading before this one, and publishes. */
    void play(ReadModel model, int reading) {
        Instant now = readings.get(reading);
        for (Cell cell : cells) {
            if (cell.seen() == reading && cell.isCorrection()) {
                model.put(restatement(cell));
            }
        }
        for (Cell cell : cells) {
            if (cell.seen() == reading) {
                rows(model, cell, reading, now);
            }
        }
        months(model, reading, now);
        model.put(drop());
        model.publish();
    }

    private void rows(ReadModel model, Cell cell, int reading, Instant now) {
        for (String unit : cell.unit() == null ? new String[] {null} : new String[] {null, cell.unit()}) {
            Predicate<Cell> here = each -> isAt(each, cell.hospital(), unit);
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

    static boolean isAt(Cell cell, String hospital, @Nullable String unit) {
        return cell.hospital().equals(hospital) && (unit == null || Objects.equals(cell.unit(), unit));
    }

    private void put(
            ReadModel model,
            ScoreFixture window,
            Cell place,
            @Nullable String unit,
            int reading,
            Instant now,
            Predicate<Cell> within) {
        List<Cell> found = cells.stream()
                .filter(within)
                .filter(cell -> cell.seen() <= reading)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        window.at(place.hospital())
                .unit(unit)
                .asOf(found.stream().map(Cell::arrival).max(Instant::compareTo).orElseThrow());
        if (window.endsBy(now.minus(LATENESS))) {
            window.closed();
        }
        model.put(window.positive(
                found.stream().mapToLong(Cell::positive).sum(),
                found.stream().mapToLong(Cell::n).sum()));
    }

    private heed.schemas.ChannelDay channels(String hospital, LocalDate date, int reading) {
        Map<Channel, long[]> sums = new TreeMap<>();
        cells.stream()
                .filter(cell -> cell.hospital().equals(hospital) && cell.date().equals(date) && cell.seen() <= reading)
                .forEach(cell -> {
                    long[] sum = sums.computeIfAbsent(cell.channel(), each -> new long[2]);
                    sum[0] += cell.n();
                    sum[1] += cell.positive();
                });
        List<ChannelTally> tallies = new ArrayList<>();
        sums.forEach((channel, sum) ->
                tallies.add(new ChannelTally(channel, MEASURE, sum[0], sum[1] * 10_000, sum[1] * 100_000_000)));
        return ChannelFixture.aChannelDay(date).at(hospital).of(tallies);
    }

    /** Tells of months that have closed since, and compares hospitals. */
    private void months(ReadModel model, int reading, Instant now) {
        for (YearMonth month : List.of(YearMonth.of(2026, 1), YearMonth.of(2026, 2))) {
            LeagueFixture league =
                    aLeague(MEASURE, month.toString()).belowMinimum(1).asOf(now.toString());
            boolean any = false;
            for (String hospital : new TreeSet<>(List.of(BUSY, TWO, WARDS, FEW))) {
                List<Cell> found = cells.stream()
                        .filter(cell -> cell.hospital().equals(hospital)
                                && cell.seen() <= reading
                                && YearMonth.from(cell.date()).equals(month))
                        .toList();
                long n = found.stream().mapToLong(Cell::n).sum();
                if (!found.isEmpty()) {
                    put(
                            model,
                            ScoreFixture.aMonth(month.toString()),
                            found.get(0),
                            null,
                            reading,
                            now,
                            found::contains);
                }
                if (n >= 21) {
                    league.row(
                            hospital, found.stream().mapToLong(Cell::positive).sum(), n);
                    any = true;
                }
            }
            if (any) {
                if (!month.plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(LONDON)
                        .toInstant()
                        .isAfter(now.minus(LATENESS))) {
                    league.done();
                }
                league.into(model);
            }
        }
    }

    private static Restatement restatement(Cell cell) {
        Filed filed =
                new Filed(cell.unit(), cell.date().atTime(10, 0).atZone(LONDON).toInstant());
        return Restatement.newBuilder()
                .setFeedbackId("0b5a3b5e-6f3f-4d0c-9d0a-222222222222")
                .setKind(RestatementKind.CORRECTED)
                .setHospital(cell.hospital())
                .setFromRevision(1)
                .setRevision(2)
                .setFrom(filed)
                .setTo(filed)
                .setChanges(List.of(new MeasureChange(MEASURE, 10_000, 0)))
                .setAsOf(cell.arrival())
                .build();
    }

    /** A drop at the busy hospital, with the days that led to it. */
    private heed.schemas.Drop drop() {
        List<EvidenceDay> trail = new ArrayList<>();
        for (LocalDate day = LocalDate.parse("2026-01-08");
                day.isBefore(LocalDate.parse("2026-01-18"));
                day = day.plusDays(1)) {
            LocalDate date = day;
            List<Cell> found = cells.stream()
                    .filter(cell -> isAt(cell, BUSY, null) && cell.date().equals(date) && !cell.isCorrection())
                    .toList();
            int n = (int) found.stream().mapToLong(Cell::n).sum();
            double good = found.stream().mapToLong(Cell::positive).sum();
            trail.add(new EvidenceDay((int) day.toEpochDay(), n, good / n, .9, .5));
        }
        return DropFixture.aDrop()
                .id(DROP)
                .at(BUSY)
                .between(Instant.parse("2026-01-15T08:00:00Z"), Instant.parse("2026-01-18T10:41:00Z"))
                .with(drop -> drop.setTrail(trail))
                .open();
    }

    /** Returns what became of the responses by then, by partition: the hospital of few shares one with the busy one. */
    Map<Integer, TallySource.Tally> tallies(int reading) {
        Map<Integer, long[]> counted = new HashMap<>();
        for (Cell cell : cells) {
            if (cell.seen() <= reading) {
                long[] sums = counted.computeIfAbsent(partitionOf(cell.hospital()), each -> new long[2]);
                sums[0] += cell.n();
                sums[1] += cell.isCorrection() ? 1 : 0;
            }
        }
        Map<Integer, TallySource.Tally> tallies = new HashMap<>();
        counted.forEach((partition, sums) ->
                tallies.put(partition, new TallySource.Tally(sums[0] + sums[1], sums[0], 0, sums[1], 0, Map.of())));
        return tallies;
    }

    static int partitionOf(String hospital) {
        return switch (hospital) {
            case BUSY, FEW -> 1;
            case TWO -> 2;
            default -> 3;
        };
    }
}
