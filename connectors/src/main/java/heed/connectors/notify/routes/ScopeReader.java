package heed.connectors.notify.routes;

import heed.connectors.notify.NoticeKind;
import heed.connectors.notify.NoticeScope;
import heed.schemas.Severity;
import heed.schemas.access.Scope;
import heed.schemas.key.PlaceKey;
import heed.schemas.name.Codes;
import heed.schemas.name.NearestName;
import heed.schemas.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads what a route is for. */
public final class ScopeReader {

    static final List<String> KEYS = List.of("hospitals", "units", "measures", "about", "severity");

    /** What comments are about is told to nobody who does not ask for it. */
    private static final Set<NoticeKind> USUAL =
            EnumSet.complementOf(EnumSet.of(NoticeKind.TRIAL, NoticeKind.THEME_RISE));

    private static final Map<String, NoticeKind> KINDS = EnumSet.complementOf(EnumSet.of(NoticeKind.TRIAL)).stream()
            .collect(
                    Collectors.toMap(kind -> kind.code() + "s", kind -> kind, (one, other) -> one, LinkedHashMap::new));
    private static final Map<String, Severity> SIZES = Arrays.stream(Severity.values())
            .collect(Collectors.toMap(
                    size -> size.name().toLowerCase(Locale.ROOT),
                    size -> size,
                    (one, other) -> one,
                    LinkedHashMap::new));

    private final YamlFile yaml;

    ScopeReader(YamlFile yaml) {
        this.yaml = yaml;
    }

    /** Returns what the delivery log says that a route was for; nothing where that can't be read any more. */
    public static Optional<NoticeScope> of(String text) {
        List<String> problems = new ArrayList<>();
        var yaml = new YamlFile("the delivery log", problems);
        NoticeScope scope = new ScopeReader(yaml).read(yaml.parse(text));
        return problems.isEmpty() ? Optional.of(scope) : Optional.empty();
    }

    NoticeScope read(YamlFile.Table table) {
        List<String> hospitals = list(table, "hospitals");
        List<String> units = list(table, "units");
        codes(table, "hospitals", hospitals);
        codes(table, "units", units);
        if (!units.isEmpty() && hospitals.size() != 1) {
            yaml.problem(table.line("units"), table.path() + ": 'units' are of one hospital, which 'hospitals' names");
        }
        Set<NoticeKind> kinds = EnumSet.noneOf(NoticeKind.class);
        list(table, "about").forEach(each -> one(table, "about", each, KINDS).ifPresent(kinds::add));
        Severity least = table.has("severity")
                ? one(table, "severity", table.text("severity").value(), SIZES).orElse(Severity.MINOR)
                : Severity.MINOR;
        return new NoticeScope(
                places(hospitals, units),
                kinds.isEmpty() ? USUAL : kinds,
                Set.copyOf(list(table, "measures")),
                least,
                text(table, least));
    }

    private static Scope places(List<String> hospitals, List<String> units) {
        if (hospitals.isEmpty()) {
            return Scope.EVERYWHERE;
        }
        return units.isEmpty()
                ? Scope.of(hospitals.toArray(String[]::new))
                : Scope.of(units.stream()
                        .map(unit -> new PlaceKey(hospitals.get(0), unit))
                        .collect(Collectors.toSet()));
    }

    private static String text(YamlFile.Table table, Severity least) {
        StringBuilder text = new StringBuilder();
        for (String key : KEYS.subList(0, KEYS.size() - 1)) {
            if (table.has(key)) {
                String sorted = table.text(key).value().transform(ScopeReader::split).stream()
                        .sorted()
                        .collect(Collectors.joining(", "));
                text.append(key).append(": '").append(sorted).append("'\n");
            }
        }
        return text.append("severity: ")
                .append(least.name().toLowerCase(Locale.ROOT))
                .append('\n')
                .toString();
    }

    private List<String> list(YamlFile.Table table, String key) {
        return table.has(key) ? split(table.text(key).value()) : List.of();
    }

    static List<String> split(String text) {
        Set<String> parts = new LinkedHashSet<>();
        Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .forEach(parts::add);
        return List.copyOf(parts);
    }

    private void codes(YamlFile.Table table, String key, List<String> codes) {
        codes.stream()
                .filter(Predicate.not(Codes::isCode))
                .forEach(code -> yaml.problem(
                        table.line(key),
                        table.path() + ": '" + code + "' in '" + key + "' must match " + Codes.PATTERN));
    }

    private <T> Optional<T> one(YamlFile.Table table, String key, String text, Map<String, T> known) {
        T found = known.get(text);
        if (found == null && !text.isEmpty()) {
            yaml.problem(
                    table.line(key),
                    table.path() + ": '" + key + "' can't be '" + text + "'; the nearest is "
                            + NearestName.of(text, known.keySet()) + "; allowed: "
                            + String.join(", ", known.keySet()));
        }
        return Optional.ofNullable(found);
    }
}
