package heed.connectors.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

class LogicalPlacesTest {

    private static final String WARDS = "urn:epr:wards";
    private static final int MANY = 50;

    /** Counts how often what it contains and what it consists of is gone through. */
    private static final class CountedEncounter extends Encounter {

        private static final long serialVersionUID = 1L;

        private int searches;
        private int reads;

        @Override
        public List<Resource> getContained() {
            searches++;
            return super.getContained();
        }

        @Override
        public List<Base> listChildrenByName(String name) {
            reads++;
            return super.listChildrenByName(name);
        }
    }

    /** Counts how often its identifiers are gone through. */
    private static final class CountedLocation extends Location {

        private static final long serialVersionUID = 1L;

        private int reads;

        @Override
        public List<Base> listChildrenByName(String name) {
            reads++;
            return super.listChildrenByName(name);
        }
    }

    private static QuestionnaireResponse of(String encounter) {
        return new QuestionnaireResponse().setEncounter(new Reference(encounter));
    }

    private static ResponseColumn column(String text) {
        return ResponseColumn.of(text).orElseThrow();
    }

    private static List<FoundText> find(LogicalPlaces places, List<String> encounters, String path) {
        List<FoundText> found = new ArrayList<>();
        for (String each : encounters) {
            found.add(places.find(of(each), "Bundle.entry[" + found.size() + "].resource", column(path)));
        }
        return found;
    }

    @Test
    void goesOnceThroughAnEncounterThatManyResponsesAreOf() {
        // Given
        var encounter = new CountedEncounter();
        encounter.setId("e");
        for (int i = 0; i < MANY; i++) {
            var location = new Location();
            location.addIdentifier().setSystem(WARDS).setValue("Ward 7");
            location.setId("l" + i);
            encounter.addContained(location);
            encounter.addLocation().setLocation(new Reference("#l" + i));
        }
        encounter.searches = 0;
        var bundled = new BundledResources();
        bundled.add("urn:uuid:e", encounter);
        List<String> referring = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            referring.add("Encounter/e");
        }

        // When
        List<FoundText> found = find(new LogicalPlaces(bundled), referring, "encounter.location.location|" + WARDS);

        // Then
        assertThat(found).extracting(FoundText::text).hasSize(MANY).containsOnly("Ward 7");
        assertThat(found.get(3).expression())
                .isEqualTo("Bundle.entry[3].resource.encounter.resolve().location[49].location.resolve().identifier");
        assertThat(encounter.searches).isEqualTo(1);
        assertThat(encounter.reads).isEqualTo(1);
    }

    @Test
    void goesOnceThroughALocationThatManyEncountersAreAt() {
        // Given
        var ward = new CountedLocation();
        ward.setId("l");
        ward.addIdentifier().setSystem(WARDS).setValue("Ward 7");
        var bundled = new BundledResources();
        bundled.add("urn:uuid:l", ward);
        List<String> encounters = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            var encounter = new Encounter();
            encounter.setId("e" + i);
            encounter.addLocation().setLocation(new Reference("Location/l"));
            encounter.addLocation().setLocation(new Reference("urn:uuid:l"));
            bundled.add("", encounter);
            encounters.add("Encounter/e" + i);
        }
        var places = new LogicalPlaces(bundled);

        // When
        List<FoundText> found = find(places, encounters, "encounter.location.location|" + WARDS);
        int reads = ward.reads;
        List<FoundText> through =
                find(places, List.of("Encounter/e0"), "encounter.location.location.identifier|" + WARDS);

        // Then
        assertThat(found).extracting(FoundText::text).hasSize(MANY).containsOnly("Ward 7");
        assertThat(reads).isEqualTo(1);
        assertThat(through).extracting(FoundText::text).containsExactly("Ward 7");
        assertThat(ward.reads - reads).as("both references lead to one").isEqualTo(1);
    }
}
