package heed.connectors.fhir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the identifier that a path leads to, of the one system that the mapping names: on the reference itself, or on
 * the resource that it refers to. What is not there, or could be one of several, is refused and never guessed.
 */
final class LogicalPlaces {

    private final BundledResources bundled;

    LogicalPlaces(BundledResources bundled) {
        this.bundled = bundled;
    }

    /** Where the path has come to: an element, and the resource whose contained ones its references mean. */
    private record Stop(Base element, Resource container, String expression) {}

    /** Returns the identifier; empty where the path's first element is not there. */
    FoundText find(Resource response, String root, ResponseColumn column) {
        List<Stop> stops = List.of(new Stop(response, response, root));
        String[] steps = column.name().split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            List<Stop> from = stops.stream().map(this::followed).toList();
            List<Stop> next = new ArrayList<>();
            for (Stop stop : from) {
                next.addAll(step(stop, steps[i]));
            }
            if (next.isEmpty()) {
                String expression = from.get(0).expression() + "." + steps[i];
                if (i == 0) {
                    return FoundText.none(expression);
                }
                throw new ElementException(IssueCode.NOT_FOUND, expression, "is not there, and the mapping reads it");
            }
            stops = next;
        }
        return identified(stops, column.system().orElseThrow());
    }

    private Stop followed(Stop stop) {
        return stop.element() instanceof Reference reference ? resolved(stop, reference) : stop;
    }

    private static List<Stop> step(Stop from, String name) {
        String expression = from.expression() + "." + name;
        List<Base> children;
        try {
            children = from.element().listChildrenByName(name);
        } catch (FHIRException e) {
            throw new ElementException(
                    IssueCode.NOT_FOUND,
                    expression,
                    "is no element of the resource here, a " + from.element().fhirType());
        }
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < children.size(); i++) {
            String at = children.size() == 1 ? expression : expression + "[" + i + "]";
            stops.add(new Stop(children.get(i), from.container(), at));
        }
        return stops;
    }

    private Stop resolved(Stop stop, Reference reference) {
        String address = reference.getReference();
        Optional<Resource> found = address == null ? Optional.empty() : bundled.find(address, stop.container());
        if (found.isEmpty()) {
            throw new ElementException(IssueCode.NOT_FOUND, stop.expression(), unresolved(address));
        }
        // What is contained refers to what its container contains.
        Resource container = address.startsWith("#") ? stop.container() : found.get();
        return new Stop(found.get(), container, stop.expression() + ".resolve()");
    }

    private String unresolved(@Nullable String address) {
        if (address == null) {
            return "has no reference that could be followed";
        }
        return bundled.isAmbiguous(address)
                ? "refers to what more than one entry of the Bundle goes by"
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
        Stop found = resolved(stop, reference);
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
