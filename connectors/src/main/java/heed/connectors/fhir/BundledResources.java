package heed.connectors.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * Finds what references refer to: among the resources that a resource contains, and among those of its Bundle, by the
 * whole address that an entry gives itself, or by type and id. Nothing is fetched from anywhere.
 */
final class BundledResources {

    private final Map<String, Resource> byAddress = new HashMap<>();
    private final Set<String> twice = new HashSet<>();

    /** Adds what an entry of a Bundle has; {@code fullUrl} is empty where it says none. */
    void add(String fullUrl, Resource resource) {
        if (!fullUrl.isBlank()) {
            put(fullUrl, resource);
        }
        String id = resource.getIdElement().getIdPart();
        if (id != null) {
            put(resource.fhirType() + "/" + id, resource);
        }
    }

    private void put(String address, Resource resource) {
        if (byAddress.put(address, resource) != null) {
            twice.add(address);
        }
    }

    /** Tells whether more than one entry goes by what is referred to, so that nobody knows which is meant. */
    boolean isAmbiguous(String reference) {
        return twice.contains(reference);
    }

    /** Returns what a resource refers to; nothing where it is neither contained nor bundled. */
    Optional<Resource> find(String reference, Resource container) {
        if (reference.startsWith("#")) {
            return contained(reference.substring(1), container);
        }
        return isAmbiguous(reference) ? Optional.empty() : Optional.ofNullable(byAddress.get(reference));
    }

    private static Optional<Resource> contained(String id, Resource container) {
        return container instanceof DomainResource domain
                ? domain.getContained().stream()
                        .filter(each -> id.equals(each.getIdElement().getIdPart()) || ("#" + id).equals(each.getId()))
                        .findFirst()
                : Optional.empty();
    }
}
