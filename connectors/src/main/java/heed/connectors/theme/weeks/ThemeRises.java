package heed.connectors.theme.weeks;

import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.ThemeWeek;
import heed.schemas.key.ThemeKey;
import heed.schemas.key.ThemeRiseKey;
import heed.schemas.key.WeekKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.theme.Theme;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says where a theme's share of a hospital's comments has risen to stay, and what has changed of that since it was
 * asked last.
 *
 * <p>It looks at rows of {@code heed.themes.v1} alone, those of weeks that are over, so whoever may read these is told
 * nothing that they could not compute. A hospital's weeks of three years and more are judged anew when a row of one
 * changes or another is over: what is erased, or comes late, is in what is said as soon as it is in the rows. What is
 * open or has ended follows from the rows; that something was withdrawn, also from what was told before.
 */
final class ThemeRises {

    /**
     * At least so many weeks are judged: three years, so that a series has what it learns from and two years after it.
     * More would only cost time, with each row that changes.
     */
    static final int WEEKS = 156;

    /** The first week that is judged moves on by so many at a time: what is learned stays for a year. */
    static final int WEEKS_AT_A_TIME = 52;

    /** Who asks reads comments between one and the next: judging a hospital anew takes some 65 ms. */
    static final int HOSPITALS_AT_ONCE = 4;

    private static final String ALL = "";

    private final ShareWatch watch;
    private final Map<String, ThemeRise> told = new HashMap<>();
    private final Map<String, NavigableMap<LocalDate, Map<String, ThemeWeek>>> weeks = new HashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private LocalDate firstOpen = LocalDate.MIN;

    /** Begins with what stands on the topics. */
    ThemeRises(ShareWatch watch, Map<String, ThemeRise> told, Map<String, ThemeWeek> rows) {
        this.watch = watch;
        this.told.putAll(told);
        rows.forEach((key, row) -> take(key, Optional.of(row)));
    }

    /** Takes in rows that have changed, by key; empty where there is none any more. */
    void take(Map<String, Optional<ThemeWeek>> changed) {
        changed.forEach(this::take);
    }

    private void take(String text, Optional<ThemeWeek> row) {
        ThemeKey key = row.map(ThemeKey::of).orElseGet(() -> ThemeKey.parse(text));
        LocalDate monday = WeekKey.monday(key.week());
        Map<String, ThemeWeek> rows = weeks.computeIfAbsent(key.hospital(), code -> new TreeMap<>())
                .computeIfAbsent(monday, week -> new HashMap<>());
        String theme = key.theme() == null ? ALL : key.theme();
        row.ifPresentOrElse(is -> rows.put(theme, is), () -> rows.remove(theme));
        if (monday.isBefore(firstOpen)) {
            touched.add(key.hospital());
        }
    }

    /**
     * Returns what has changed of the rises of the next few hospitals, by key, as of a moment: by it weeks are over,
     * and nothing else. Whoever asks often has all of it soon.
     */
    Map<String, Optional<ThemeRise>> changes(Instant now) {
        LocalDate open = now.minus(Theme.WEEK_OVER_AFTER)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!open.equals(firstOpen)) {
            firstOpen = open;
            touched.addAll(weeks.keySet());
            told.values().forEach(rise -> touched.add(rise.getHospital()));
        }
        Map<String, Optional<ThemeRise>> changed = new TreeMap<>();
        List<String> next = touched.stream().limit(HOSPITALS_AT_ONCE).toList();
        next.forEach(hospital -> judge(hospital, changed));
        next.forEach(touched::remove);
        return changed;
    }

    private void judge(String hospital, Map<String, Optional<ThemeRise>> changed) {
        LocalDate first = firstJudged();
        Collection<Map<String, ThemeWeek>> over = weeks.getOrDefault(hospital, new TreeMap<>())
                .subMap(first, firstOpen)
                .values();
        @Nullable String model = newestModel(over);
        Map<String, ThemeRise> now = model == null ? Map.of() : rises(hospital, model, over);
        now.forEach((key, rise) -> {
            if (!rise.equals(told.put(key, rise))) {
                changed.put(key, Optional.of(rise));
            }
        });
        List.copyOf(told.values()).stream()
                .filter(rise -> rise.getHospital().equals(hospital))
                .filter(rise -> !now.containsKey(ThemeRiseKey.of(rise).text()))
                .filter(rise -> rise.getState() == ThemeRiseState.OPEN
                        || (rise.getState() == ThemeRiseState.ENDED
                                && rise.getRuleVersion().equals(model)
                                && !isTooOld(rise, first)))
                .forEach(rise -> {
                    ThemeRise gone = withdrawn(rise);
                    String key = ThemeRiseKey.of(rise).text();
                    told.put(key, gone);
                    changed.put(key, Optional.of(gone));
                });
    }

    private LocalDate firstJudged() {
        long week = Math.floorDiv(firstOpen.minusWeeks(WEEKS).toEpochDay(), DayOfWeek.values().length);
        long off = Math.floorMod(week, (long) WEEKS_AT_A_TIME);
        return firstOpen.minusWeeks(WEEKS + off);
    }

    /** Weeks around its beginning are learned from now, or not looked at: it stands as it was told. */
    private static boolean isTooOld(ThemeRise rise, LocalDate first) {
        return WeekKey.monday(rise.getSince()).isBefore(first.plusWeeks(WEEKS_AT_A_TIME));
    }

    private static @Nullable String newestModel(Collection<Map<String, ThemeWeek>> over) {
        String newest = null;
        for (Map<String, ThemeWeek> rows : over) {
            ThemeWeek all = rows.get(ALL);
            newest = all == null ? newest : all.getRuleVersion();
        }
        return newest;
    }

    private Map<String, ThemeRise> rises(String hospital, String model, Collection<Map<String, ThemeWeek>> over) {
        Map<String, ThemeRise> rises = new HashMap<>();
        for (Theme theme : WatchedThemes.ALL) {
            List<Map<String, ThemeWeek>> judged = over.stream()
                    .filter(rows -> isJudged(rows.get(ALL), rows.get(theme.code()), model))
                    .toList();
            List<WeekShare> shares =
                    judged.stream().map(rows -> share(rows, theme)).toList();
            int minimum = judged.stream()
                    .mapToInt(rows -> all(rows).getMinimum())
                    .min()
                    .orElse(0);
            watch.newest(shares)
                    .map(rise -> said(hospital, theme, model, rise)
                            .setMinimum(minimum)
                            .build())
                    .ifPresent(rise -> rises.put(ThemeRiseKey.of(rise).text(), rise));
        }
        return rises;
    }

    /** Rows of a week that do not go together say nothing of it, and must not keep other weeks from being judged. */
    private static boolean isJudged(@Nullable ThemeWeek all, @Nullable ThemeWeek about, String model) {
        if (all == null
                || all.getComments() == null
                || !all.getRuleVersion().equals(model)
                || all.getComments() < (long) WeekShare.FEWEST_STEPS * all.getMinimum()) {
            return false;
        }
        return about == null
                || (about.getRuleVersion().equals(model)
                        && about.getMinimum() == all.getMinimum()
                        && (about.getComments() == null || about.getComments() <= all.getComments()));
    }

    private static ThemeWeek all(Map<String, ThemeWeek> rows) {
        return Objects.requireNonNull(rows.get(ALL), "a week that is judged has it");
    }

    private static WeekShare share(Map<String, ThemeWeek> rows, Theme theme) {
        ThemeWeek all = all(rows);
        LocalDate monday = WeekKey.monday(all.getWeek());
        int comments = Math.toIntExact(all.getComments());
        ThemeWeek about = rows.get(theme.code());
        if (about == null) {
            return new WeekShare(monday, comments, 0, 0);
        }
        int counted = about.getComments() == null ? 0 : Math.toIntExact(about.getComments());
        return new WeekShare(
                monday, comments, Math.max(1, counted), Math.min(comments, counted + about.getMinimum() - 1));
    }

    private ThemeRise.Builder said(String hospital, Theme theme, String model, ShareRise rise) {
        ShareRise.Figures figures = rise.figures();
        return ThemeRise.newBuilder()
                .setHospital(hospital)
                .setTheme(theme.code())
                .setRuleVersion(model)
                .setState(rise.ended() == null ? ThemeRiseState.OPEN : ThemeRiseState.ENDED)
                .setSince(WeekKey.week(rise.since()))
                .setFound(WeekKey.week(rise.found()))
                .setEnded(rise.ended() == null ? null : WeekKey.week(rise.ended()))
                .setThrough(WeekKey.week(rise.through()))
                .setUsual(figures.usual())
                .setUsualMost(figures.usualMost())
                .setShare(figures.share())
                .setShareLeast(figures.shareLeast())
                .setComments(figures.comments())
                .setWeeks(figures.weeks())
                .setUsualWeeks(figures.usualWeeks())
                .setEvidenceYears(rise.evidenceYears())
                .setFalseAlarmDays(watch.falseAlarmDays())
                .setWatchVersion(watch.version());
    }

    /** What was told is taken back openly, without the figures that nothing bears any more. */
    private static ThemeRise withdrawn(ThemeRise rise) {
        return RecordCopy.of(rise, ThemeRise.newBuilder())
                .setState(ThemeRiseState.WITHDRAWN)
                .setEnded(null)
                .setThrough(null)
                .setUsual(null)
                .setUsualMost(null)
                .setShare(null)
                .setShareLeast(null)
                .setComments(null)
                .setWeeks(null)
                .setUsualWeeks(null)
                .build();
    }
}
