package heed.monitoring.readmodel;

import heed.schemas.ThemeWeek;
import heed.schemas.disclosure.CountedThemes;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ThemeKey;
import heed.schemas.reader.Route;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers how many comments are about which theme, in any order. Bounded: of each hospital the {@link #WEEKS_KEPT}
 * newest weeks that anything was written in, a row for each theme and one for all, whose codes are held once.
 */
final class ThemeCountsEntry implements ModelEntry {

    static final int WEEKS_KEPT = 53;

    private static final String ALL = "";

    private final Disclosure disclosure;
    private final Map<String, NavigableMap<String, Map<String, ThemeWeek>>> weeks = new HashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, ThemeCounts.Rows> frozen = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private boolean cleared;
    private ThemeCounts part = new ThemeCounts(frozen);

    ThemeCountsEntry(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** Whoever is told none reads none, and needs no right to. */
    @Override
    public List<Route<?>> routes() {
        return disclosure.isByRelease()
                ? List.of()
                : List.of(new Route<>(Topics.THEMES, this::put, key -> remove(ThemeKey.parse(key))));
    }

    private void put(ThemeWeek row) {
        ThemeKey key = ThemeKey.of(row);
        if (!CountedThemes.areFor(disclosure, row)) {
            remove(key);
            return;
        }
        NavigableMap<String, Map<String, ThemeWeek>> ofHospital =
                weeks.computeIfAbsent(once(key.hospital()), code -> new TreeMap<>());
        if (ofHospital.size() >= WEEKS_KEPT && key.week().compareTo(ofHospital.firstKey()) < 0) {
            return;
        }
        ThemeWeek held = held(row);
        ofHospital.computeIfAbsent(held.getWeek(), week -> new HashMap<>()).put(theme(held.getTheme()), held);
        if (ofHospital.size() > WEEKS_KEPT) {
            ofHospital.pollFirstEntry();
        }
        touched.add(key.hospital());
    }

    /** Of each record Avro makes strings of its own. */
    private ThemeWeek held(ThemeWeek row) {
        return RecordCopy.of(row, ThemeWeek.newBuilder())
                .setHospital(once(row.getHospital()))
                .setWeek(once(row.getWeek()))
                .setTheme(row.getTheme() == null ? null : once(row.getTheme()))
                .setRuleVersion(once(row.getRuleVersion()))
                .build();
    }

    private String once(String code) {
        return codes.computeIfAbsent(code, first -> first);
    }

    private static String theme(@Nullable String theme) {
        return theme == null ? ALL : theme;
    }

    private void remove(ThemeKey key) {
        NavigableMap<String, Map<String, ThemeWeek>> ofHospital = weeks.getOrDefault(key.hospital(), new TreeMap<>());
        Map<String, ThemeWeek> rows = ofHospital.getOrDefault(key.week(), new HashMap<>());
        if (rows.remove(theme(key.theme())) != null) {
            if (rows.isEmpty()) {
                ofHospital.remove(key.week());
            }
            if (ofHospital.isEmpty()) {
                weeks.remove(key.hospital());
            }
            touched.add(key.hospital());
        }
    }

    @Override
    public void clear() {
        weeks.clear();
        codes.clear();
        frozen.clear();
        touched.clear();
        cleared = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = cleared || !touched.isEmpty();
        if (differs) {
            touched.forEach(this::freezeOf);
            touched.clear();
            cleared = false;
            part = new ThemeCounts(frozen);
        }
        return differs;
    }

    private void freezeOf(String hospital) {
        List<ThemeWeek> kept = weeks.getOrDefault(hospital, new TreeMap<>()).values().stream()
                .flatMap(rows -> rows.values().stream())
                .toList();
        if (kept.isEmpty()) {
            frozen.remove(hospital);
        } else {
            frozen.put(hospital, new ThemeCounts.Rows(kept));
        }
    }

    @Override
    public ThemeCounts part() {
        return part;
    }
}
