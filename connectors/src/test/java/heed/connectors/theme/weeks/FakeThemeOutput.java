package heed.connectors.theme.weeks;

import heed.schemas.Label;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Two topics in memory, which say what they have heard. */
final class FakeThemeOutput implements ThemeOutput {

    final Map<String, Label> labels = new TreeMap<>();
    final Map<String, ThemeWeek> rows = new TreeMap<>();
    final Map<String, ThemeRise> rises = new TreeMap<>();
    final List<Changes> written = new ArrayList<>();
    boolean takenOver;

    @Override
    public Written open() {
        return new Written(labels, rows);
    }

    @Override
    public Map<String, ThemeRise> rises() {
        return Map.copyOf(rises);
    }

    @Override
    public void write(Changes changes) {
        if (takenOver) {
            throw new TakenOverException(new IllegalStateException("another has opened it"));
        }
        written.add(changes);
        changes.labels().forEach((key, label) -> put(labels, key, label.orElse(null)));
        changes.rows().forEach((key, row) -> put(rows, key, row.orElse(null)));
        changes.rises().forEach((key, rise) -> put(rises, key, rise.orElse(null)));
    }

    private static <V> void put(Map<String, V> topic, String key, @Nullable V value) {
        if (value == null) {
            topic.remove(key);
        } else {
            topic.put(key, value);
        }
    }

    /** Returns the label of a key. */
    Label label(String key) {
        return Objects.requireNonNull(labels.get(key), key);
    }

    /** Returns the rows as a reader would tell them. */
    List<String> said() {
        return rows.entrySet().stream()
                .map(row -> row.getKey()
                        + (row.getValue().getSuppressed()
                                ? " suppressed"
                                : " " + row.getValue().getComments())
                        + (row.getValue().getFinal$() ? " final" : ""))
                .toList();
    }

    @Override
    public void close() {}
}
