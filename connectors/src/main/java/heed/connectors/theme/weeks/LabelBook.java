package heed.connectors.theme.weeks;

import heed.schemas.Label;
import heed.schemas.ThemeWeek;
import heed.schemas.key.CommentKey;
import heed.schemas.key.ThemeKey;
import heed.schemas.record.RecordCopy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The labels of all comments by hospital and week, and what has changed of them and of the counts since it was asked
 * last.
 *
 * <p>The labels of a week are kept until the newest of its comments is not kept any more; then its counts are final and
 * the labels go, all together. So a count never shrinks for the age of what it counts, and what is erased while any of
 * the week is kept leaves it.
 */
final class LabelBook {

    private static final Comparator<Label> AS_THEY_CAME =
            Comparator.comparing(Label::getArrivedAt).thenComparing(Label::getFeedbackId);

    private final Duration retention;
    private final WeekRows counting;
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<ThemeKey, NavigableSet<Label>> weeks = new HashMap<>();
    private final Map<ThemeKey, Map<String, ThemeWeek>> rows = new HashMap<>();
    private final Set<ThemeKey> finals = new HashSet<>();
    private final Set<ThemeKey> touched = new HashSet<>();
    private final Map<String, Optional<Label>> changedLabels = new HashMap<>();
    private final Set<String> unwritten = new HashSet<>();
    private final Map<String, Optional<ThemeWeek>> changedRows = new HashMap<>();

    /**
     * Begins with what stands on the topics.
     *
     * @param retention how long comments are kept
     * @param now by which a week whose labels the brokers have deleted is told from one that was erased
     */
    LabelBook(Written written, Duration retention, int minimum, Instant now) {
        this.retention = retention;
        this.counting = new WeekRows(minimum);
        written.labels().forEach((key, label) -> {
            labels.put(key, label);
            of(ThemeKey.weekOf(label)).add(label);
        });
        written.rows()
                .forEach((key, row) -> rows.computeIfAbsent(ThemeKey.of(row).whole(), week -> new HashMap<>())
                        .put(key, row));
        touched.addAll(weeks.keySet());
        Map.copyOf(rows).forEach((week, its) -> begin(week, its.get(week.text()), now));
    }

    private void begin(ThemeKey week, @Nullable ThemeWeek all, Instant now) {
        if (all != null && all.getFinal$()) {
            settle(week);
        } else if (!weeks.containsKey(week) && all != null && all.getAsOf() != null && isOver(all.getAsOf(), now)) {
            say(RecordCopy.of(all, ThemeWeek.newBuilder()).setFinal$(true).build());
            settle(week);
        } else {
            touched.add(week);
        }
    }

    /** Returns the labels, by key. */
    Map<String, Label> labels() {
        return Map.copyOf(labels);
    }

    /** Takes in the label of a comment in place of an earlier one; by when it came, a week may be over. */
    void put(Label label) {
        String key = CommentKey.of(label).text();
        Label old = labels.get(key);
        if (label.equals(old)) {
            return;
        }
        ThemeKey week = ThemeKey.weekOf(label);
        endIfOver(week, label.getArrivedAt());
        boolean isNew = labels.get(key) == null && !changedLabels.containsKey(key);
        remove(key);
        if (isNew) {
            unwritten.add(key);
        }
        labels.put(key, label);
        of(week).add(label);
        touched.add(week);
        changedLabels.put(key, Optional.of(label));
    }

    /** Takes out the label of a comment that there is no more. */
    void remove(String key) {
        Label old = labels.remove(key);
        if (old == null) {
            return;
        }
        ThemeKey week = ThemeKey.weekOf(old);
        of(week).remove(old);
        if (of(week).isEmpty()) {
            weeks.remove(week);
        }
        touched.add(week);
        if (unwritten.contains(key)) {
            changedLabels.remove(key);
        } else {
            changedLabels.put(key, Optional.empty());
        }
    }

    /** Ends the weeks whose comments are not kept any more. */
    void endAllOver(Instant now) {
        List.copyOf(weeks.keySet()).forEach(week -> endIfOver(week, now));
    }

    private void endIfOver(ThemeKey week, Instant now) {
        NavigableSet<Label> its = weeks.get(week);
        if (its == null || !isOver(its.last().getArrivedAt(), now)) {
            return;
        }
        if (!finals.contains(week)) {
            count(week);
            ThemeWeek all = rows.getOrDefault(week, Map.of()).get(week.text());
            if (all != null) {
                say(RecordCopy.of(all, ThemeWeek.newBuilder()).setFinal$(true).build());
            }
            settle(week);
        }
        for (Label label : List.copyOf(its)) {
            remove(CommentKey.of(label).text());
        }
        touched.remove(week);
    }

    private boolean isOver(Instant newest, Instant now) {
        return newest.plus(retention).isBefore(now);
    }

    private void settle(ThemeKey week) {
        finals.add(week);
        rows.remove(week);
        touched.remove(week);
    }

    /** Returns what has changed, and begins anew. */
    Changes changes() {
        Set.copyOf(touched).forEach(this::count);
        touched.clear();
        var changes = new Changes(changedLabels, changedRows, Map.of());
        changedLabels.clear();
        unwritten.clear();
        changedRows.clear();
        return changes;
    }

    private void count(ThemeKey week) {
        if (finals.contains(week)) {
            return;
        }
        Collection<Label> its = weeks.getOrDefault(week, new TreeSet<>(AS_THEY_CAME));
        Map<String, ThemeWeek> now = counting.of(week, its);
        Map<String, ThemeWeek> before = now.isEmpty() ? rows.remove(week) : rows.put(week, now);
        if (before != null) {
            before.keySet().stream()
                    .filter(key -> !now.containsKey(key))
                    .forEach(key -> changedRows.put(key, Optional.empty()));
        }
        now.forEach((key, row) -> {
            if (before == null || !row.equals(before.get(key))) {
                changedRows.put(key, Optional.of(row));
            }
        });
    }

    private void say(ThemeWeek row) {
        changedRows.put(ThemeKey.of(row).text(), Optional.of(row));
    }

    private NavigableSet<Label> of(ThemeKey week) {
        return weeks.computeIfAbsent(week, key -> new TreeSet<>(AS_THEY_CAME));
    }
}
