package heed.connectors.fhir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the identifier that a path leads to, of the one system that the mapping names: on the reference itself, or on
 * the resource that it refers to. What is not there, or could be one of several, is refused and never guessed. One is
 * for one body: what it found of a resource holds for every response that leads there.
 */
final class LogicalPlaces {

    /** How many elements a path may come to at once: a stay on so many wards is nobody's. */
    private static final int MOST_STOPS = 100;

    private final BundledResources bundled;
    private final IdentityHashMap<Base, Map<String, Outcome>> known = new IdentityHashMap<>();

    LogicalPlaces(BundledResources bundled) {
        this.bundled = bundled;
    }

    /** Where the path has come to: an element, and the resource whose contained ones its references mean. */
    private record Stop(Base element, Resource container, String expression) {}

    /** What was found from an element on, or what is wrong there, in expressions that begin at it. */
    private record Outcome(FoundText found, Optional<Issue> issue) {}

    /** Returns the identifier; empty where the path's first element is not there. */
    FoundText find(Resource response, String root, ResponseColumn column) {
        String system = column.system().orElseThrow();
        List<String> steps = List.of(column.name().split("\\.", -1));
        List<Stop> first = step(List.of(new Stop(response, response, root)), steps.get(0));
        if (first.isEmpty()) {
            return FoundText.none(root + "." + steps.get(0));
        }
        List<String> others = steps.subList(1, steps.size());
        return others.isEmpty()
                ? identified(first, system)
                : once(
                        followed(first.get(0)),
                        String.join(".", others) + "|" + system,
                        from -> identified(walked(from, others), system));
    }

    /** Returns what is found from an element on, which is looked for once however many responses lead to it. */
    private FoundText once(Stop from, String path, Function<Stop, FoundText> look) {
        Map<String, Outcome> ofElement = known.computeIfAbsent(from.element(), element -> new HashMap<>());
        Outcome outcome = ofElement.get(path);
        if (outcome == null) {
            outcome = outcome(new Stop(from.element(), from.container(), ""), look);
            ofElement.put(path, outcome);
        }
        outcome.issue().ifPresent(issue -> {
            throw new ElementException(issue.code(), from.expression() + issue.expression(), issue.diagnostics());
        });
        return new FoundText(
                outcome.found().text(), from.expression() + outcome.found().expression());
    }

    private static Outcome outcome(Stop from, Function<Stop, FoundText> look) {
        try {
            return new Outcome(look.apply(from), Optional.empty());
        } catch (ElementException e) {
            return new Outcome(FoundText.none(""), Optional.of(e.issue()));
        }
    }

    private List<Stop> walked(Stop start, List<String> steps) {
        List<Stop> stops = List.of(start);
        for (String name : steps) {
            List<Stop> from = apart(stops.stream().map(this::followed).toList());
            stops = step(from, name);
            if (stops.isEmpty()) {
                throw new ElementException(
                        IssueCode.NOT_FOUND,
                        from.get(0).expression() + "." + name,
                        "is not there, and the mapping reads it");
            }
        }
        return stops;
    }

    private Stop followed(Stop stop) {
        return stop.element() instanceof Reference reference ? resolved(stop, reference) : stop;
    }

    /** Returns each element once that several references lead to. */
    private static List<Stop> apart(List<Stop> stops) {
        Set<Base> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return stops.stream().filter(stop -> seen.add(stop.element())).toList();
    }

    private static List<Stop> step(List<Stop> from, String name) {
        List<Stop> stops = new ArrayList<>();
        for (Stop stop : from) {
            String expression = stop.expression() + "." + name;
            List<Base> children = children(stop, name, expression);
            if (stops.size() + children.size() > MOST_STOPS) {
                throw new ElementException(
                        IssueCode.TOO_COSTLY,
                        expression,
                        "leads to more than " + MOST_STOPS + " elements; a place is found among fewer");
            }
            for (int i = 0; i < children.size(); i++) {
                String at = children.size() == 1 ? expression : expression + "[" + i + "]";
                stops.add(new Stop(children.get(i), stop.container(), at));
            }
        }
        return stops;
    }

    private static List<Base> children(Stop stop, String name, String expression) {
        try {
            return stop.element().listChildrenByName(name);
        } catch (FHIRException e) {
            throw new ElementException(
                    IssueCode.NOT_FOUND,
                    expression,
                    "is no element of the resource here, a " + stop.element().fhirType());
        }
    }

    private Stop resolved(Stop stop, Reference reference) {
        String address = reference.getReference();
        Optional<Resource> found = address == null ? Optional.empty() : bundled.find(address, stop.container());
        if (found.isEmpty()) {
            throw new ElementException(IssueCode.NOT_FOUND, stop.expression(), unresolved(address, stop.container()));
        }
        // What is contained refers to what its container contains.
        Resource container = address.startsWith("#") ? stop.container() : found.get();
        return new Stop(found.get(), container, stop.expression() + ".resolve()");
    }

    private String unresolved(@Nullable String address, Resource container) {
        if (address == null) {
            return "has no reference that could be followed";
        }
        return bundled.isAmbiguous(address, container)
                ? "refers to what more than one resource goes by"
                : "refers to a resource that is neither contained nor in the Bundle; nothing is fetched";
    }

    /** Returns what an element of a resource identifies, itself or by what it refers to. */
    FoundText identified(Base element, Resource container, String expression, String system) {
        return identified(new Stop(element, container, expression), system);
    }

    private FoundText identified(List<Stop> stops, String system) {
        Set<String> values = new LinkedHashSet<>();
        String expression = stops.get(0).expression();
        for (Stop stop : stops) {
            FoundText one = identified(stop, system);
            values.add(one.text());
            expression = one.expression();
        }
        if (values.size() > 1) {
            throw new ElementException(
                    IssueCode.MULTIPLE, stops.get(0).expression(), "leads to more than one, and none is chosen");
        }
        return new FoundText(values.iterator().next(), expression);
    }

    private FoundText identified(Stop stop, String system) {
        if (stop.element() instanceof Identifier identifier) {
            return one(List.of(identifier), system, stop.expression());
        }
        if (!(stop.element() instanceof Reference reference)) {
            throw new ElementException(
                    IssueCode.NOT_SUPPORTED, stop.expression(), "is neither a reference nor an identifier");
        }
        if (system.equals(reference.getIdentifier().getSystem())
                && reference.getIdentifier().hasValue()) {
            return new FoundText(reference.getIdentifier().getValue(), stop.expression() + ".identifier");
        }
        if (!reference.hasReference()) {
            throw new ElementException(
                    IssueCode.NOT_FOUND,
                    stop.expression() + ".identifier",
                    "has no identifier of the system that the mapping names");
        }
        return once(resolved(stop, reference), "|" + system, found -> identifier(found, system));
    }

    private static FoundText identifier(Stop found, String system) {
        String expression = found.expression() + ".identifier";
        List<Identifier> identifiers = new ArrayList<>();
        try {
            for (Base each : found.element().listChildrenByName("identifier")) {
                if (each instanceof Identifier identifier) {
                    identifiers.add(identifier);
                }
            }
        } catch (FHIRException e) {
            throw new ElementException(IssueCode.NOT_FOUND, expression, "is no element of the resource here");
        }
        return one(identifiers, system, expression);
    }

    private static FoundText one(List<Identifier> identifiers, String system, String expression) {
        List<String> values = identifiers.stream()
                .filter(each -> system.equals(each.getSystem()) && each.hasValue())
                .map(Identifier::getValue)
                .distinct()
                .toList();
        if (values.size() == 1) {
            return new FoundText(values.get(0), expression);
        }
        throw values.isEmpty()
                ? new ElementException(
                        IssueCode.NOT_FOUND, expression, "has no identifier of the system that the mapping names")
                : new ElementException(
                        IssueCode.MULTIPLE, expression, "has several identifiers of that system, and none is chosen");
    }
}
