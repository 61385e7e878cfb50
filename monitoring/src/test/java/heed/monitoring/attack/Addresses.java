package heed.monitoring.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Lists what there is to be asked: every address of the API's own description with every value of its parameters, and
 * all that pages lead to. A parameter that is new has to be given values here.
 */
final class Addresses {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> HOSPITALS =
            List.of(AttackedMonths.BUSY, AttackedMonths.TWO, AttackedMonths.WARDS, AttackedMonths.FEW);
    private static final Map<String, List<String>> PATH = Map.of(
            "code", HOSPITALS,
            "measure", List.of(AttackedMonths.MEASURE),
            "questionnaire", List.of("fft-2020"));
    private static final Pattern DROP = Pattern.compile("\"drop_id\":\"([^\"]*)\"");
    private static final Map<String, List<String>> QUERY = Map.ofEntries(
            Map.entry("measure", List.of(AttackedMonths.MEASURE)),
            Map.entry("unit", List.of("", "A", "B", "X")),
            Map.entry("per", List.of("week", "month")),
            Map.entry("days", List.of("", "7", "28", "29", "84")),
            Map.entry("month", List.of("2026-01", "2026-02")),
            Map.entry("table", List.of("scores", "drops", "league")),
            Map.entry("window", List.of("", "week")),
            Map.entry("hospital", List.of("")),
            Map.entry("theme", List.of("", "food")),
            Map.entry("from", List.of("")),
            Map.entry("to", List.of("")),
            Map.entry("format", List.of("")),
            Map.entry("limits", List.of("")),
            Map.entry("limit", List.of("")),
            Map.entry("after", List.of("")),
            Map.entry("find", List.of("", "A")),
            Map.entry("region", List.of("")),
            Map.entry("state", List.of("")),
            Map.entry("order", List.of("", "score", "week", "answers", "last")));
    /** Windows are of scores alone. */
    private static final Pattern NO_SUCH_WINDOW = Pattern.compile(".*table=(drops|league)&window=.*");

    /** Lines of figures are asked for from the middle of a week on, to today and to the end of a month. */
    private static final Map<String, List<String>> RANGE =
            Map.of("from", List.of("", "2026-01-13"), "to", List.of("", "2026-01-31"));

    private static final Pattern RANGED = Pattern.compile("/api/v1/hospitals/[^/]*/(series|spc)([?].*)?");
    /** An end needs a beginning, and days are counted or named. */
    private static final Pattern NO_SUCH_RANGE = Pattern.compile(".*days=.*&from=.*|((?!from=).)*[?&]to=.*");

    private static final List<String> NO_FIGURES = List.of(
            "/api/v1/openapi.yaml",
            "/api/v1/hospitals/{code}/notes",
            "/api/v1/hospitals/{code}/comments",
            "/api/v1/drops/{id}/comments");

    private Addresses() {}

    /** Returns the addresses of the API and of what else answers in another form than a page. */
    static Set<String> api(AttackedSite site) throws Exception {
        Object yaml = new Load(LoadSettings.builder().build())
                .loadFromString(site.get("/api/v1/openapi.yaml").body());
        JsonNode document = new ObjectMapper().valueToTree(yaml);
        Set<String> found = new TreeSet<>(List.of("/metrics", "/events", "/health/live", "/health/ready"));
        Map<String, List<String>> known = new HashMap<>(PATH);
        known.put(
                "id",
                DROP.matcher(site.get("/api/v1/drops").body())
                        .results()
                        .map(drop -> drop.group(1))
                        .toList());
        document.get("paths").properties().forEach(path -> {
            if (path.getValue().has("get") && !NO_FIGURES.contains(path.getKey())) {
                found.addAll(
                        filled(path.getKey(), known, path.getValue().get("get").path("parameters"), document));
            }
        });
        return found;
    }

    private static List<String> filled(
            String path, Map<String, List<String>> known, JsonNode parameters, JsonNode document) {
        List<String> paths = List.of(path);
        for (Matcher matcher = PARAMETER.matcher(paths.get(0));
                matcher.find();
                matcher = PARAMETER.matcher(paths.get(0))) {
            paths = each(paths, matcher.group(), values(known, matcher.group(1)));
        }
        for (JsonNode each : parameters) {
            JsonNode parameter =
                    each.has("$ref") ? document.at(each.get("$ref").asText().substring(1)) : each;
            if (parameter.get("in").asText().equals("query")) {
                String name = parameter.get("name").asText();
                boolean ranged = RANGE.containsKey(name)
                        && paths.stream().anyMatch(one -> RANGED.matcher(one).matches());
                paths = with(paths, name, values(ranged ? RANGE : QUERY, name));
            }
        }
        return paths.stream()
                .filter(each -> !NO_SUCH_WINDOW.matcher(each).matches()
                        && !NO_SUCH_RANGE.matcher(each).matches())
                .toList();
    }

    private static List<String> values(Map<String, List<String>> known, String name) {
        List<String> values = known.get(name);
        if (values == null) {
            throw new AssertionError("the attack has to be told what to ask for as " + name);
        }
        return values;
    }

    private static List<String> each(List<String> paths, String placeholder, List<String> values) {
        List<String> all = new ArrayList<>();
        paths.forEach(path -> values.forEach(value -> all.add(path.replace(placeholder, value))));
        return all;
    }

    private static List<String> with(List<String> paths, String name, List<String> values) {
        List<String> all = new ArrayList<>();
        for (String path : paths) {
            for (String value : values) {
                all.add(value.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + name + "=" + value);
            }
        }
        return all;
    }

    /** Returns every page that leads on from the overview and from what alerts link to, and every file of these. */
    static Set<String> pages(AttackedSite site) throws Exception {
        Set<String> found = new TreeSet<>(List.of("/", "/hospitals/" + AttackedMonths.BUSY + "/drop"));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            LINK.matcher(site.get(open.remove()).body())
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(path -> !path.startsWith("/assets/"))
                    .forEach(path -> {
                        if (found.add(path) && !path.startsWith("/api/")) {
                            open.add(path);
                        }
                    });
        }
        return found;
    }
}
