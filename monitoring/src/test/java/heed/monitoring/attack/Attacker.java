package heed.monitoring.attack;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.schemas.Channel;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that one viewer is told, reading by reading, and draws the conclusions: which counts of answers, and which
 * sums of them, follow for groups that are too small to be shown.
 */
final class Attacker {

    private static final long MANY = 10_000;
    private static final int PARTITIONS = 4;
    private static final int EVERYTHING_EACH = 11;
    private static final Pattern ANSWERS = Pattern.compile("([0-9][0-9,]*) answers");
    private static final Pattern METRIC = Pattern.compile("(?m)^(heed_[a-z_]+)\\{([^}]*)} (\\S+)$");

    static final String DAY = "a day";
    static final String NEW = "new between two readings";
    static final String WARD = "a ward";

    private final AttackedMonths months;
    private final AttackedSite site;
    private final long minimum;
    private final Set<String> api;
    private final LinearKnowledge counts;
    private final List<Learned> read = new ArrayList<>();
    final Set<String> unread = new TreeSet<>();
    final Set<String> timesTold = new TreeSet<>();
    private final Set<Long> answersTold = new TreeSet<>();
    final Map<String, Set<Long>> answersOnPages = new TreeMap<>();

    private record Learned(BitSet cells, long positive) {}

    /** A small group of answers that nobody is to know of by itself. */
    private record Group(String kind, String name, BitSet cells) {}

    Attacker(AttackedMonths months, AttackedSite site, long minimum) throws Exception {
        this.api = Addresses.api(site);
        this.months = months;
        this.site = site;
        this.minimum = minimum;
        int size = months.cells.size();
        int left = months.readings.size() * PARTITIONS;
        long[] low = new long[size + left];
        long[] high = new long[size + left];
        for (int at = 0; at < size; at++) {
            low[at] = months.cells.get(at).isCorrection() ? -1 : 0;
            high[at] = months.cells.get(at).isCorrection() ? 1 : MANY;
        }
        Arrays.fill(high, size, size + left, minimum - 1);
        this.counts = new LinearKnowledge(low, high);
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
                    .forEach(each -> partition(
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
                BitSet before = cells(hospital, null, channels, today.minusDays(55), today.minusDays(28), reading);
                counts.learn(before, sum(before));
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
                    .forEach(row -> all.or(cells(
                            row.get("hospital").asText(),
                            null,
                            Set.of(),
                            YearMonth.parse(month).atDay(1),
                            YearMonth.parse(month).atEndOfMonth(),
                            reading)));
            learn(
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
        BitSet cells = cells(hospital, unit, channels, first, last, reading);
        learn(cells, answers, score == null ? 0 : Math.round(Double.parseDouble(score) * answers));
    }

    private void learn(BitSet cells, long n, long positive) {
        if (sum(cells) == n && positive(cells) == positive) {
            counts.learn(cells, n);
            read.add(new Learned(cells, positive));
            return;
        }
        stale(cells, n, positive);
    }

    /** What is told is of an earlier reading: the attacker knows the rule of release, and so of which. */
    private void stale(BitSet cells, long n, long positive) {
        for (int seen = months.readings.size(); seen >= 0; seen--) {
            int by = seen;
            BitSet then = (BitSet) cells.clone();
            cells.stream().filter(at -> months.cells.get(at).seen() > by).forEach(then::clear);
            if (sum(then) == n && positive(then) == positive) {
                counts.learn(then, n);
                read.add(new Learned(then, positive));
                return;
            }
        }
        throw new AssertionError("read " + positive + " of " + n + " where there are " + positive(cells) + " of "
                + sum(cells) + ": " + cells.stream().mapToObj(months.cells::get).toList());
    }

    private BitSet cells(
            String hospital,
            @Nullable String unit,
            Set<String> channels,
            LocalDate first,
            LocalDate last,
            int reading) {
        return cells(cell -> AttackedMonths.isAt(cell, hospital, unit)
                && (channels.isEmpty() || channels.contains(cell.channel().name()))
                && !cell.date().isBefore(first)
                && !cell.date().isAfter(last)
                && cell.seen() <= reading);
    }

    private BitSet cells(Predicate<Cell> wanted) {
        return IntStream.range(0, months.cells.size())
                .filter(at -> wanted.test(months.cells.get(at)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private long sum(BitSet cells) {
        return cells.stream().mapToLong(at -> months.cells.get(at).n()).sum();
    }

    private long positive(BitSet cells) {
        return cells.stream().mapToLong(at -> months.cells.get(at).positive()).sum();
    }

    private void partition(int number, long counted, int reading) {
        BitSet all = cells(cell -> AttackedMonths.partitionOf(cell.hospital()) == number && cell.seen() <= reading);
        if (counted % minimum != 0) {
            counts.learn(all, counted);
            return;
        }
        // In steps: what is left to the next one is unknown, and fewer than a step.
        BitSet andLeft = (BitSet) all.clone();
        andLeft.set(months.cells.size() + reading * PARTITIONS + number);
        counts.learn(andLeft, counted + minimum - 1);
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
                partition(Integer.parseInt(tags.get("partition")), (long) Double.parseDouble(hit.group(3)), reading);
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

    /** Returns the small groups whose number of answers, or the sum of them, is known, by kind. */
    Map<String, List<String>> conclude() {
        counts.conclude();
        long[] low = new long[months.cells.size()];
        long[] high = new long[months.cells.size()];
        for (int at = 0; at < low.length; at++) {
            boolean correction = months.cells.get(at).isCorrection();
            low[at] = correction ? -1 : 0;
            high[at] = correction ? 1 : counts.high(at);
        }
        LinearKnowledge sums = new LinearKnowledge(low, high);
        read.forEach(each -> sums.learn(each.cells(), each.positive()));
        sums.conclude();
        Map<String, List<String>> found = new TreeMap<>();
        groups().stream()
                .filter(group -> isSmall(group.cells()))
                .collect(groupingBy(Group::kind))
                .forEach((kind, all) -> {
                    List<String> known = all.stream()
                            .filter(group -> counts.determines(group.cells()) || sums.determines(group.cells()))
                            .map(Group::name)
                            .toList();
                    if (!known.isEmpty()) {
                        found.put(kind, known);
                    }
                });
        return found;
    }

    private boolean isSmall(BitSet cells) {
        return !cells.isEmpty() && sum(cells) < minimum;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Map<Object, List<Cell>> days = months.cells.stream()
                .filter(cell -> !cell.isCorrection())
                .collect(groupingBy(cell -> cell.hospital() + " on " + cell.date()));
        days.forEach((name, cells) -> groups.add(group(DAY, name.toString(), cells::contains)));
        months.cells.stream()
                .collect(groupingBy(cell -> cell.hospital() + " at reading " + cell.seen()))
                .forEach((name, cells) -> {
                    if (cells.get(0).isCorrection()) {
                        groups.add(group("a correction", name, cells::contains));
                    } else if (cells.get(0).seen() > 0) {
                        groups.add(group(NEW, name, cells::contains));
                    }
                });
        for (int reading = 0; reading < months.readings.size(); reading++) {
            int by = reading;
            LocalDate today =
                    months.readings.get(reading).atZone(AttackedMonths.LONDON).toLocalDate();
            windows(groups, "the last 28 days to " + today, today.minusDays(27), today, by);
            LocalDate monday = today.with(DayOfWeek.MONDAY);
            windows(groups, "the week of " + monday, monday, monday.plusDays(6), by);
        }
        windows(groups, "all days", AttackedMonths.FIRST, AttackedMonths.LAST, months.readings.size());
        return groups;
    }

    private void windows(List<Group> groups, String name, LocalDate first, LocalDate last, int reading) {
        for (String unit : List.of("A", "B", "X")) {
            groups.add(new Group(
                    WARD, unit + " in " + name, cells(AttackedMonths.WARDS, unit, Set.of(), first, last, reading)));
        }
        for (Channel channel : List.of(Channel.SMS, Channel.WEB, Channel.PAPER)) {
            groups.add(new Group(
                    "a channel",
                    channel + " in " + name,
                    cells(AttackedMonths.BUSY, null, Set.of(channel.name()), first, last, reading)));
        }
        groups.add(new Group("a hospital", name, cells(AttackedMonths.FEW, null, Set.of(), first, last, reading)));
    }

    private Group group(String kind, String name, Predicate<Cell> wanted) {
        return new Group(kind, name, cells(wanted));
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
