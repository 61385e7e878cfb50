package heed.monitoring.attack;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the scores and the counts of a scrape, and which metrics else there are. */
final class MetricsReader {

    private static final Pattern METRIC = Pattern.compile("(?m)^(heed_[a-z_]+)(?:\\{([^}]*)})? (\\S+)$");
    private static final int AN_HOUR = 3_600;
    private static final Set<String> READ =
            Set.of("heed_responses_counted_total", "heed_score_answers", "heed_score_ratio");

    private final AttackedMonths months;
    private final Conclusions conclusions;
    private final TableReader tables;
    final Set<String> unread = new TreeSet<>();
    final Set<String> hoursTold = new TreeSet<>();

    MetricsReader(AttackedMonths months, Conclusions conclusions, TableReader tables) {
        this.months = months;
        this.conclusions = conclusions;
        this.tables = tables;
    }

    /** Reads a scrape. */
    void read(String body, int reading) {
        Map<String, Map<String, String>> scores = new TreeMap<>();
        METRIC.matcher(body).results().forEach(hit -> {
            String name = hit.group(1);
            Map<String, String> tags = Pattern.compile(",")
                    .splitAsStream(hit.group(2) == null ? "" : hit.group(2))
                    .filter(tag -> !tag.isEmpty())
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
            if (!READ.contains(name)) {
                unread.add(name);
            }
            if (name.endsWith("_timestamp_seconds") && Double.parseDouble(hit.group(3)) % AN_HOUR != 0) {
                hoursTold.add(name);
            }
        });
        LocalDate today =
                months.readings.get(reading).atZone(AttackedMonths.LONDON).toLocalDate();
        scores.forEach((hospital, row) -> {
            row.computeIfPresent("n", (key, value) -> Long.toString((long) Double.parseDouble(value)));
            LocalDate last = today.isAfter(AttackedMonths.LAST) ? AttackedMonths.LAST : today;
            tables.learn(hospital, null, Set.of(), last.minusDays(27), last, row, "", reading);
        });
    }
}
