package heed.monitoring.page.admin;

import heed.monitoring.view.Paths;
import heed.schemas.AuditKind;
import heed.schemas.audit.AuditFilter;
import heed.schemas.audit.AuditWords;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What of the audit is asked for, as an address says it.
 *
 * @param typed what the fields hold, by name
 * @param page which page of what is found, from 1
 * @param problem what can't be asked so, in a sentence; nothing where it can
 */
record AuditQuery(Map<String, String> typed, AuditFilter filter, int page, Optional<String> problem) {

    static final String WHO = "who";
    static final String KIND = "kind";
    static final String HOSPITAL = "hospital";
    static final String FROM = "from";
    static final String TO = "to";
    static final String PAGE = "page";

    private static final List<String> FIELDS = List.of(WHO, KIND, HOSPITAL, FROM, TO);

    /** Says what can't be asked. */
    private static final class Unaskable extends Exception {

        private static final long serialVersionUID = 1L;

        Unaskable(String sentence) {
            super(sentence);
        }
    }

    /**
     * Reads it.
     *
     * @param asked what each field holds, null where the address does not have it
     * @param zone in which days begin and end
     */
    static AuditQuery of(UnaryOperator<@Nullable String> asked, ZoneId zone) {
        Map<String, String> typed = new TreeMap<>();
        for (String field : FIELDS) {
            typed.put(field, Objects.requireNonNullElse(asked.apply(field), "").strip());
        }
        try {
            int page = page(Objects.requireNonNullElse(asked.apply(PAGE), "1"));
            return new AuditQuery(typed, filter(typed, zone), page, Optional.empty());
        } catch (Unaskable e) {
            return new AuditQuery(typed, AuditFilter.ALL, 1, Optional.ofNullable(e.getMessage()));
        }
    }

    private static int page(String text) throws Unaskable {
        if (!text.matches("[1-9][0-9]{0,4}")) {
            throw new Unaskable("Pages are counted from 1: leave out " + PAGE + " for the newest.");
        }
        return Integer.parseInt(text);
    }

    private static AuditFilter filter(Map<String, String> typed, ZoneId zone) throws Unaskable {
        Instant from = day(typed, FROM, "1970-01-01").atStartOfDay(zone).toInstant();
        Instant until =
                day(typed, TO, "9999-12-30").plusDays(1).atStartOfDay(zone).toInstant();
        if (!from.isBefore(until)) {
            throw new Unaskable("The first day is after the last one.");
        }
        return new AuditFilter(given(typed, WHO), kind(typed), given(typed, HOSPITAL), from, until);
    }

    private static LocalDate day(Map<String, String> typed, String field, String otherwise) throws Unaskable {
        String text = given(typed, field).orElse(otherwise);
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() > 0 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw new Unaskable("Days are written as 2026-03-01.");
    }

    private static Optional<AuditKind> kind(Map<String, String> typed) throws Unaskable {
        Optional<String> words = given(typed, KIND);
        Optional<AuditKind> kind = words.flatMap(AuditWords::kind);
        if (words.isPresent() && kind.isEmpty()) {
            throw new Unaskable("The audit has no such kind: choose one of the list.");
        }
        return kind;
    }

    private static Optional<String> given(Map<String, String> typed, String field) {
        return Optional.of(typed.getOrDefault(field, "")).filter(each -> !each.isEmpty());
    }

    /** Returns what a field holds. */
    String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Returns an address that asks for the same below {@code path}: a page of it, where it is not the first. */
    String at(String path, int page) {
        List<String> asked = new ArrayList<>();
        FIELDS.forEach(field -> given(typed, field).ifPresent(text -> asked.add(field + "=" + Paths.encode(text))));
        if (page > 1) {
            asked.add(PAGE + "=" + page);
        }
        return asked.isEmpty() ? path : path + "?" + String.join("&", asked);
    }
}
