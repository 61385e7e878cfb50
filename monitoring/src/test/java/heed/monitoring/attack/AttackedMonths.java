package heed.monitoring.attack;

import heed.monitoring.pipeline.TallySource;
import heed.schemas.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What patients of four hospitals answered from 5 January to 20 February 2026, and what was corrected in March, by the
 * reading that is the first to see it: a busy hospital, one with two answers a day, one with a large ward, a small one
 * and one of three answers, and one with seven answers in all. The same every time.
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

    static boolean isAt(Cell cell, String hospital, @Nullable String unit) {
        return cell.hospital().equals(hospital) && (unit == null || Objects.equals(cell.unit(), unit));
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
                tallies.put(partition, new TallySource.Tally(sums[0] + sums[1], sums[0], 0, 0, sums[1], 0, Map.of())));
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
