package heed.monitoring.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads all that one viewer is told, reading by reading, for {@link Conclusions} to be drawn from it. */
final class Attacker {

    private static final int EVERYTHING_EACH = 11;
    private static final Pattern ANSWERS = Pattern.compile("([0-9][0-9,]*) answers");
    private static final Pattern METRIC = Pattern.compile("(?m)^(heed_[a-z_]+)\\{([^}]*)} (\\S+)$");

    private final AttackedMonths months;
    private final AttackedSite site;
    private final Set<String> api;
    private final Conclusions conclusions;
    final Set<String> unread = new TreeSet<>();
    final Set<String> timesTold = new TreeSet<>();
    private final Set<Long> answersTold = new TreeSet<>();
    final Map<String, Set<Long>> answersOnPages = new TreeMap<>();

    /** Reads {@code site} for {@code conclusions}. */
    Attacker(AttackedMonths months, AttackedSite site, Conclusions conclusions) throws Exception {
        this.api = Addresses.api(site);
        this.months = months;
        this.site = site;
        this.conclusions = conclusions;
    }

    /** Looks at everything once; at pages and files now and then, since they are made of the same figures. */
    void look(int reading) throws Exception {
        for (String path : api) {
            read(path, site.get(path), reading);
        }
        if (reading % EVERYTHING_EACH == 0 || reading == months.readings.size() - 1) {
            for (String path : Addresses.pages(site)) {
                read(path, site.get(path), reading);
            }
        }
    }

    private void read(String path, AttackedSite.Answer answer, int reading) throws Exception {
        String body = answer.body();
        times(path, body, reading);
        String type = answer.type();
        if (answer.status() != 200) {
            return;
        }
        if (path.equals("/metrics")) {
            metrics(body, reading);
        } else if (type.startsWith("application/json") && path.startsWith("/api/")) {
            JsonNode root = new ObjectMapper().readTree(body);
            json(path, root, reading);
        } else if (type.startsWith("text/csv")) {
            csv(path, body, reading);
        } else if (type.startsWith("text/html")) {
            Set<Long> told = ANSWERS.matcher(body)
                    .results()
                    .map(hit -> Long.parseLong(hit.group(1).replace(",", "")))
                    .collect(Collectors.toCollection(TreeSet::new));
            answersOnPages.computeIfAbsent(path, each -> new TreeSet<>()).addAll(told);
        }
    }

    /** Remembers where the arrival of an answer of the hospital with too few is told. */
    private void times(String path, String body, int reading) {
        for (Cell cell : months.cells) {
            if (cell.seen() <= reading && cell.hospital().equals(AttackedMonths.FEW)) {
                String seconds = Double.toString((double) cell.arrival().getEpochSecond());
                if (body.contains(cell.arrival().toString()) || body.contains(seconds)) {
                    timesTold.add(path.replaceAll("\\?.*", ""));
                }
            }
        }
    }

    private void json(String path, JsonNode root, int reading) {
        LocalDate today = date(root.path("as_of").asText(null));
        JsonNode data = root.get("data");
        names(data);
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
            tables(data).forEach(row -> row(flat(row), hospital, unit, per, today, reading));
        }
    }

    private static List<JsonNode> tables(JsonNode data) {
        List<JsonNode> rows = new ArrayList<>();
        if (data.isArray()) {
            data.forEach(rows::add);
        }
        for (String table : List.of("lines", "points", "channels", "trail")) {
            data.path(table).forEach(rows::add);
        }
        return rows;
    }

    private static Map<String, String> flat(JsonNode row) {
        Map<String, String> flat = new HashMap<>();
        row.properties().forEach(each -> flat.put(each.getKey(), each.getValue().asText()));
        return flat;
    }

    private void csv(String path, String body, int reading) throws Exception {
        for (CSVRecord record : CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(body))) {
            Map<String, String> row = new HashMap<>(record.toMap());
            row.values().removeIf(String::isEmpty);
            if (path.startsWith("/api/v1/league/")) {
                continue;
            }
            String per = row.containsKey("first") && path.contains("per=month") ? "MONTH" : "WEEK";
            row(row, row.get("hospital"), row.get("unit"), per, date(row.get("figures_as_of")), reading);
        }
    }

    private static @Nullable LocalDate date(@Nullable String instant) {
        return instant == null
                ? null
                : Instant.parse(instant).atZone(AttackedMonths.LONDON).toLocalDate();
    }

    private void row(
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

    private void learn(
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

    private void metrics(String body, int reading) {
        Map<String, Map<String, String>> scores = new TreeMap<>();
        METRIC.matcher(body).results().forEach(hit -> {
            String name = hit.group(1);
            Map<String, String> tags = Pattern.compile(",")
                    .splitAsStream(hit.group(2))
                    .map(tag -> tag.split("=", 2))
                    .collect(Collectors.toMap(tag -> tag[0], tag -> tag[1].replace("\"", "")));
            if (name.equals("heed_responses_counted_total")) {
                conclusions.partition(
                        Integer.parseInt(tags.get("partition")), (long) Double.parseDouble(hit.group(3)), reading);
            }
            if (name.equals("heed_score_answers") || name.equals("heed_score_ratio")) {
                scores.computeIfAbsent(tags.get("hospital"), each -> new HashMap<>())
                        .put(name.equals("heed_score_ratio") ? "score" : "n", hit.group(3));
            }
        });
        LocalDate today =
                months.readings.get(reading).atZone(AttackedMonths.LONDON).toLocalDate();
        scores.forEach((hospital, row) -> {
            row.computeIfPresent("n", (key, value) -> Long.toString((long) Double.parseDouble(value)));
            LocalDate last = today.isAfter(AttackedMonths.LAST) ? AttackedMonths.LAST : today;
            learn(hospital, null, Set.of(), last.minusDays(27), last, row, "", reading);
        });
    }

    /** Figures that the attack knows what they are; a new one has to be read too, or said to be harmless. */
    private static final Set<String> KNOWN = Set.of(
            "n",
            "score",
            "low",
            "high",
            "percent",
            "minimum",
            "week_n",
            "week_score",
            "week_low",
            "week_high",
            "week_percent",
            "week_minimum",
            "month_n",
            "month_score",
            "month_low",
            "month_high",
            "month_percent",
            "month_minimum",
            "share",
            "share_before",
            "counted");

    private void names(JsonNode data) {
        if (data.isContainerNode()) {
            data.properties().forEach(each -> {
                if (each.getValue().isNumber() && !KNOWN.contains(each.getKey())) {
                    unread.add(each.getKey());
                }
            });
            data.forEach(this::names);
        }
    }

    /** Returns pages that tell a number of answers that no answer of the API did. */
    Map<String, Set<Long>> onPagesAlone(Set<Long> harmless) {
        Map<String, Set<Long>> alone = new TreeMap<>();
        answersOnPages.forEach((path, told) -> {
            Set<Long> rest = new TreeSet<>(told);
            rest.removeAll(answersTold);
            rest.removeAll(harmless);
            if (!rest.isEmpty()) {
                alone.put(path, rest);
            }
        });
        return alone;
    }
}
