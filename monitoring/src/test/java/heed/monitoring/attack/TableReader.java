package heed.monitoring.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Understands of which answers the figures of a row are, in JSON and in files, and learns them. */
final class TableReader {

    private static final Set<String> TABLES = Set.of("lines", "points", "channels", "trail");
    private static final Set<String> COUNTS = Set.of("n", "week_n", "month_n");

    private final Conclusions conclusions;
    private final Set<String> unread;
    final Set<Long> answersTold = new TreeSet<>();

    /** Reads for {@code conclusions}, and puts down in {@code unread} where a count stands that it can't place. */
    TableReader(Conclusions conclusions, Set<String> unread) {
        this.conclusions = conclusions;
        this.unread = unread;
    }

    /** Reads what an address of the API answers. */
    void json(String path, JsonNode root, int reading) {
        LocalDate today = date(root.path("as_of").asText(null));
        JsonNode data = root.get("data");
        if (path.endsWith("/pipeline")) {
            data.path("partitions")
                    .forEach(each -> conclusions.partition(
                            each.get("partition").asInt(), each.get("counted").asLong(), reading));
        } else if (path.startsWith("/api/v1/league/") && data.has("rows")) {
            String month = data.get("month").asText();
            data.get("rows").forEach(row -> month(row.get("hospital").asText(), month, row, reading));
            national(month, data, reading);
        } else {
            String per = data.path("per").asText("");
            String hospital = data.path("hospital").asText(null);
            String unit = data.path("unit").asText(null);
            tables(data).forEach(row -> row(path, flat(row), hospital, unit, per, today, reading));
        }
    }

    private static List<JsonNode> tables(JsonNode data) {
        List<JsonNode> rows = new ArrayList<>();
        if (data.isArray()) {
            data.forEach(rows::add);
        }
        for (String table : TABLES) {
            data.path(table).forEach(rows::add);
        }
        return rows;
    }

    private static Map<String, String> flat(JsonNode row) {
        Map<String, String> flat = new HashMap<>();
        row.properties().forEach(each -> flat.put(each.getKey(), each.getValue().asText()));
        return flat;
    }

    /** Reads a file. */
    void csv(String path, String body, int reading) throws Exception {
        for (CSVRecord record : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body))) {
            Map<String, String> row = new HashMap<>(record.toMap());
            row.values().removeIf(String::isEmpty);
            if (path.startsWith("/api/v1/league/") || path.contains("table=league")) {
                continue;
            }
            String per = row.getOrDefault("window", path.contains("per=month") ? "MONTH" : "WEEK");
            row(path, row, row.get("hospital"), row.get("unit"), per, date(row.get("figures_as_of")), reading);
        }
    }

    private static @Nullable LocalDate date(@Nullable String instant) {
        return instant == null
                ? null
                : Instant.parse(instant).atZone(AttackedMonths.LONDON).toLocalDate();
    }

    private void row(
            String path,
            Map<String, String> row,
            @Nullable String within,
            @Nullable String ofUnit,
            String per,
            @Nullable LocalDate today,
            int reading) {
        String hospital = row.getOrDefault("hospital", within);
        String unit = row.getOrDefault("unit", ofUnit);
        if (row.containsKey("day")) {
            LocalDate day = LocalDate.parse(row.get("day"));
            learn(AttackedMonths.BUSY, null, Set.of(), day, day, row, "", reading);
        } else if (row.containsKey("date")) {
            LocalDate date = LocalDate.parse(row.get("date"));
            learn(hospital, unit, Set.of(), date.minusDays(6), date, row, "", reading);
        } else if (row.containsKey("first")) {
            LocalDate first = LocalDate.parse(row.get("first"));
            LocalDate next = per.equalsIgnoreCase("MONTH") ? first.plusMonths(1) : first.plusWeeks(1);
            learn(hospital, unit, Set.of(), first, next.minusDays(1), row, "", reading);
        } else if (row.containsKey("channels")) {
            Set<String> channels = Set.of(row.get("channels").split("[+ ]"));
            learn(hospital, null, channels, today.minusDays(27), today, row, "", reading);
            if (row.containsKey("share_before")) {
                conclusions.learnBefore(hospital, channels, today, reading);
            }
        } else if (today != null && row.containsKey("state")) {
            learn(hospital, unit, Set.of(), today.minusDays(27), today, row, "", reading);
            learn(hospital, unit, Set.of(), today.minusDays(6), today, row, "week_", reading);
            if (row.containsKey("month")) {
                YearMonth month = YearMonth.parse(row.get("month"));
                learn(hospital, unit, Set.of(), month.atDay(1), month.atEndOfMonth(), row, "month_", reading);
            }
        } else {
            COUNTS.stream().filter(row::containsKey).forEach(count -> unread.add(path + " " + count));
        }
    }

    private void month(String hospital, String month, JsonNode row, int reading) {
        YearMonth of = YearMonth.parse(month);
        learn(hospital, null, Set.of(), of.atDay(1), of.atEndOfMonth(), flat(row), "", reading);
    }

    private void national(String month, JsonNode data, int reading) {
        if (data.has("national")) {
            BitSet all = new BitSet();
            data.get("rows")
                    .forEach(row -> all.or(conclusions.cells(
                            row.get("hospital").asText(),
                            null,
                            Set.of(),
                            YearMonth.parse(month).atDay(1),
                            YearMonth.parse(month).atEndOfMonth(),
                            reading)));
            conclusions.learn(
                    all,
                    data.get("national").get("n").asLong(),
                    data.get("national").get("sum").asLong() / 10_000);
        }
    }

    /** Learns the figures of {@code row} that begin with {@code prefix}: of these cells, by this reading. */
    void learn(
            String hospital,
            @Nullable String unit,
            Set<String> channels,
            LocalDate first,
            LocalDate last,
            Map<String, String> row,
            String prefix,
            int reading) {
        String n = row.get(prefix + "n");
        if (n == null) {
            return;
        }
        String score = row.get(prefix + "score");
        long answers = Long.parseLong(n);
        answersTold.add(answers);
        BitSet cells = conclusions.cells(hospital, unit, channels, first, last, reading);
        conclusions.learn(cells, answers, score == null ? 0 : Math.round(Double.parseDouble(score) * answers));
    }
}
