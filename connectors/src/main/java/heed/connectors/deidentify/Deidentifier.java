package heed.connectors.deidentify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Takes out of a text what may tell who somebody is. IdentifierForms and checksums first, names last; where two
 * overlap, what was found first stands.
 */
public final class Deidentifier {

    private static final String ITSELF = "it";

    private final PersonNames names;

    private Deidentifier(PersonNames names) {
        this.names = names;
    }

    /** Returns one that knows the names that come with Heed and {@code more}: those of the staff, for instance. */
    public static Deidentifier knowing(Collection<String> more) {
        return new Deidentifier(new PersonNames(NameLists.shippedAnd(more)));
    }

    /** What was found where. */
    private record Found(IdentifierKind kind, Span span) {}

    /**
     * Returns the text without what may tell who somebody is.
     *
     * @param hospital name of the hospital that it is about, whose words are no person's
     */
    public Deidentified clean(String text, String hospital) {
        List<Found> found = new ArrayList<>();
        Set<IdentifierForms.Sign> signs = EnumSet.noneOf(IdentifierForms.Sign.class);
        for (IdentifierForms.Sign sign : IdentifierForms.Sign.values()) {
            if (sign.isIn(text)) {
                signs.add(sign);
            }
        }
        for (IdentifierForms.Form form : IdentifierForms.ALL) {
            if (!signs.contains(form.sign())) {
                continue;
            }
            Matcher each = form.pattern().matcher(text);
            while (each.find()) {
                if (form.isOne().test(each.group())) {
                    add(found, form.kind(), span(form, each));
                }
            }
        }
        List<Span> named = names.in(text);
        List<Span> own = named.isEmpty() ? List.of() : OwnWords.in(text, hospital);
        named.stream()
                .filter(name -> own.stream().noneMatch(each -> each.covers(name)))
                .forEach(name -> add(found, IdentifierKind.NAME, name));
        return without(text, found);
    }

    private static Span span(IdentifierForms.Form form, Matcher each) {
        return form.pattern().pattern().contains("(?<" + ITSELF + ">")
                ? new Span(each.start(ITSELF), each.end(ITSELF))
                : new Span(each.start(), each.end());
    }

    private static void add(List<Found> found, IdentifierKind kind, Span span) {
        if (found.stream().noneMatch(each -> each.span().overlaps(span))) {
            found.add(new Found(kind, span));
        }
    }

    private static Deidentified without(String text, List<Found> found) {
        found.sort(Comparator.comparingInt(each -> each.span().from()));
        var kept = new StringBuilder();
        Map<IdentifierKind, Integer> takenOut = new EnumMap<>(IdentifierKind.class);
        int from = 0;
        for (Found each : found) {
            kept.append(text, from, each.span().from()).append(each.kind().placeholder());
            takenOut.merge(each.kind(), 1, Integer::sum);
            from = each.span().to();
        }
        return new Deidentified(kept.append(text, from, text.length()).toString(), takenOut);
    }
}
