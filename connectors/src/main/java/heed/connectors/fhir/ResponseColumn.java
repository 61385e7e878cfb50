package heed.connectors.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says what of a QuestionnaireResponse a column of a mapping is.
 *
 * @param name of the element, of the item or of the extension; of a place the path that leads to it
 * @param system whose code or identifier it is; nothing where none is said
 */
record ResponseColumn(Kind kind, String name, Optional<String> system) {

    /** What can be said instead, for whoever writes a mapping. */
    static final String ALLOWED = "a column is id, identifier, identifier|SYSTEM, meta.versionId, meta.lastUpdated,"
            + " authored, language, item:LINKID, item:LINKID|SYSTEM, extension:URL, extension:URL|SYSTEM, or a path from"
            + " source, subject, author or encounter to whatever the SYSTEM behind it identifies, as"
            + " encounter.serviceProvider|SYSTEM";

    private static final List<String> ELEMENTS =
            List.of("id", "meta.versionId", "meta.lastUpdated", "authored", "language");
    private static final Map<String, Kind> NAMED = Map.of("item", Kind.ITEM, "extension", Kind.EXTENSION);
    private static final Pattern PATH = Pattern.compile("(source|subject|author|encounter)(\\.[a-z][A-Za-z]*){0,4}");

    /** Where it is looked for. */
    enum Kind {
        ELEMENT,
        IDENTIFIER,
        ITEM,
        EXTENSION,
        PLACE
    }

    /** Returns what a text says; nothing where it says none. */
    static Optional<ResponseColumn> of(String text) {
        int bar = text.lastIndexOf('|');
        String said = bar < 0 ? text : text.substring(0, bar);
        Optional<String> system = bar < 0 ? Optional.empty() : Optional.of(text.substring(bar + 1));
        if (system.filter(String::isBlank).isPresent()) {
            return Optional.empty();
        }
        int colon = said.indexOf(':');
        if (colon > 0 && colon < said.length() - 1 && NAMED.containsKey(said.substring(0, colon))) {
            Kind kind = NAMED.getOrDefault(said.substring(0, colon), Kind.ITEM);
            return Optional.of(new ResponseColumn(kind, said.substring(colon + 1), system));
        }
        if (said.equals("identifier")) {
            return Optional.of(new ResponseColumn(Kind.IDENTIFIER, said, system));
        }
        if (ELEMENTS.contains(said) && system.isEmpty()) {
            return Optional.of(new ResponseColumn(Kind.ELEMENT, said, system));
        }
        return PATH.matcher(said).matches() && system.isPresent()
                ? Optional.of(new ResponseColumn(Kind.PLACE, said, system))
                : Optional.empty();
    }

    /** Returns where it is looked for in a resource that stands at {@code root}, as FHIRPath. */
    String expression(String root) {
        return switch (kind) {
            case ELEMENT, IDENTIFIER -> root + "." + name;
            case ITEM -> root + ".item.where(linkId=" + quoted(name) + ")";
            case EXTENSION -> root + ".extension(" + quoted(name) + ")";
            case PLACE -> root + "." + name.replaceFirst("\\..*", "");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
