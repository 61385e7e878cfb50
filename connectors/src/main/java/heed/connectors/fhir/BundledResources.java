package heed.connectors.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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

    private final Addresses bundled = new Addresses();
    private final IdentityHashMap<Resource, Addresses> contained = new IdentityHashMap<>();

    /** Knows resources by what they are called, and what more than one is called. */
    private static final class Addresses {

        private final Map<String, Resource> known = new HashMap<>();
        private final Set<String> twice = new HashSet<>();

        void put(String address, Resource resource) {
            Resource before = known.put(address, resource);
            if (before != null && before != resource) {
                twice.add(address);
            }
        }

        Optional<Resource> find(String address) {
            return twice.contains(address) ? Optional.empty() : Optional.ofNullable(known.get(address));
        }
    }

    /** Adds what an entry of a Bundle has; {@code fullUrl} is empty where it says none. */
    void add(String fullUrl, Resource resource) {
        if (!fullUrl.isBlank()) {
            bundled.put(fullUrl, resource);
        }
        String id = resource.getIdElement().getIdPart();
        if (id != null) {
            bundled.put(resource.fhirType() + "/" + id, resource);
        }
    }

    /** Tells whether more than one resource goes by what is referred to, so that nobody knows which is meant. */
    boolean isAmbiguous(String reference, Resource container) {
        return among(reference, container).twice.contains(reference);
    }

    /** Returns what a resource refers to; nothing where it is neither contained nor bundled. */
    Optional<Resource> find(String reference, Resource container) {
        return among(reference, container).find(reference);
    }

    private Addresses among(String reference, Resource container) {
        return reference.startsWith("#")
                ? contained.computeIfAbsent(container, BundledResources::containedIn)
                : bundled;
    }

    /** References go through it once and not each for itself: there may be thousands of both. */
    private static Addresses containedIn(Resource container) {
        var addresses = new Addresses();
        if (container instanceof DomainResource domain) {
            for (Resource each : domain.getContained()) {
                String id = each.getIdElement().getIdPart();
                if (id != null) {
                    addresses.put(id.startsWith("#") ? id : "#" + id, each);
                }
            }
        }
        return addresses;
    }
}
