package heed.monitoring.readmodel;

import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.disclosure.CountedThemes;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ThemeRiseKey;
import heed.schemas.topic.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Holds what people write about more than they did. Immutable.
 *
 * @param latest the latest rise of each theme of a hospital, by the key of its topic
 */
public record RisenThemes(Map<String, ThemeRise> latest) implements Part {

    private static final Comparator<ThemeRise> NEWEST_FIRST = Comparator.comparing(ThemeRise::getFound)
            .reversed()
            .thenComparing(rise -> ThemeRiseKey.of(rise).text());

    public RisenThemes {
        latest = Map.copyOf(latest);
    }

    /** Whoever is told none reads none, and needs no right to. */
    static ModelEntry entry(Disclosure disclosure) {
        return new UnreadWhereUntold(
                disclosure,
                new LatestEntry<>(
                        Topics.THEME_RISES,
                        rise -> ThemeRiseKey.of(rise).text(),
                        rise -> {},
                        rise -> CountedThemes.areFor(disclosure, rise),
                        RisenThemes::new));
    }

    @Override
    public RisenThemes seenBy(Viewer viewer) {
        return new RisenThemes(Parts.of(latest, (key, rise) -> viewer.sees(rise.getHospital(), null)));
    }

    /** Returns all, those found in the newest week first. */
    public List<ThemeRise> all() {
        return latest.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** Returns those of a hospital that are open. */
    public List<ThemeRise> open(String hospital) {
        return all().stream()
                .filter(rise -> rise.getHospital().equals(hospital) && rise.getState() == ThemeRiseState.OPEN)
                .toList();
    }
}
