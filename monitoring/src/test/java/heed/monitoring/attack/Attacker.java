package heed.monitoring.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads all that one viewer is told, reading by reading, for {@link Conclusions} to be drawn from it. */
final class Attacker {

    private static final int EVERYTHING_EACH = 11;
    private static final Pattern ANSWERS = Pattern.compile("([0-9][0-9,]*) answers");

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

    private final AttackedMonths months;
    private final AttackedSite site;
    private final TableReader tables;
    final MetricsReader metrics;
    final Set<String> unread = new TreeSet<>();
    final Set<String> timesTold = new TreeSet<>();
    final Set<String> answered = new TreeSet<>();
    final Map<String, Integer> refused = new TreeMap<>();
    final Set<String> hoursTold = new TreeSet<>();
    final Map<String, Set<Long>> answersOnPages = new TreeMap<>();

    /** Reads {@code site} for {@code conclusions}. */
    Attacker(AttackedMonths months, AttackedSite site, Conclusions conclusions) {
        this.months = months;
        this.site = site;
        this.tables = new TableReader(conclusions, unread);
        this.metrics = new MetricsReader(months, conclusions, tables);
    }

    /** Looks at everything once; at pages and files now and then, since they are made of the same figures. */
    void look(int reading) throws Exception {
        for (String path : Addresses.api(site)) {
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
            refused.put(path, answer.status());
            return;
        }
        answered.add(path);
        if (path.equals("/metrics")) {
            metrics.read(body, reading);
        } else if (type.startsWith("application/json") && path.startsWith("/api/")) {
            JsonNode root = new ObjectMapper().readTree(body);
            names(root);
            tables.json(path, root, reading);
        } else if (type.startsWith("text/csv")) {
            tables.csv(path, body, reading);
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

    private void names(JsonNode data) {
        if (data.isContainerNode()) {
            data.properties().forEach(each -> {
                if (each.getValue().isNumber() && !KNOWN.contains(each.getKey())) {
                    unread.add(each.getKey());
                }
                if (isTimeOfDay(each.getValue().asText())) {
                    hoursTold.add(each.getKey());
                }
            });
            data.forEach(this::names);
        }
    }

    /** Tells whether something is a moment of a day, and not the day's or hour's turn where months begin and end. */
    private static boolean isTimeOfDay(String told) {
        return told.matches("[0-9-]{10}T[0-9:.]+Z") && !told.endsWith(":00:00Z");
    }

    /** Returns pages that tell a number of answers that no answer of the API did. */
    Map<String, Set<Long>> onPagesAlone(Set<Long> harmless) {
        Map<String, Set<Long>> alone = new TreeMap<>();
        answersOnPages.forEach((path, told) -> {
            Set<Long> rest = new TreeSet<>(told);
            rest.removeAll(tables.answersTold);
            rest.removeAll(harmless);
            if (!rest.isEmpty()) {
                alone.put(path, rest);
            }
        });
        return alone;
    }
}
