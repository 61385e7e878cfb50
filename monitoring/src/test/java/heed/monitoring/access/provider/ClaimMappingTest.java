package heed.monitoring.access.provider;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.access.provider.ClaimMapping.Granted;
import heed.monitoring.access.provider.ClaimMapping.Meaning;
import heed.schemas.access.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimMappingTest {

    private static final ClaimMapping MAPPING = new ClaimMapping(
            "access.roles",
            List.of(
                    new Meaning("Leads", Role.LEAD),
                    new Meaning("Wards", Role.WARD),
                    new Meaning("Engineers", Role.ENGINEER)),
            "hospitals",
            "units",
            "name",
            "upn");

    private static Map<String, Object> claims(Object roles, Object hospitals, Object units) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("access", Map.of("roles", roles));
        claims.put("hospitals", hospitals);
        claims.put("units", units);
        claims.put("name", "Dr Price");
        claims.put("upn", "m.price");
        return claims;
    }

    @Test
    void givesTheFirstRoleThatSomebodyHasAtThePlacesThatAreNamed() {
        // When // Then
        assertThat(MAPPING.of(claims(List.of("Engineers", "Wards", "Others"), List.of("H2", "H1"), List.of())))
                .contains(new Granted(Role.WARD, List.of("H1|", "H2|"), "Dr Price (m.price)"));
        assertThat(MAPPING.of(claims("Leads", "H1, H2", "H3/W7")))
                .contains(new Granted(Role.LEAD, List.of("H1|", "H2|", "H3|W7"), "Dr Price (m.price)"));
        assertThat(MAPPING.of(claims("Engineers", "H1", "")))
                .contains(new Granted(Role.ENGINEER, List.of(), "Dr Price (m.price)"));
    }

    @Test
    void givesNothingWhereNothingSaysSo() {
        // When // Then
        assertThat(MAPPING.of(Map.of())).isEmpty();
        assertThat(MAPPING.of(claims(List.of("leads", "LEAD", "lead"), "H1", "")))
                .isEmpty();
        assertThat(MAPPING.of(claims("Leads", "", ""))).isEmpty();
        assertThat(MAPPING.of(claims("Leads", "H 1|x", "H1|W7|x"))).isEmpty();
        assertThat(MAPPING.of(claims(List.of(7, Map.of()), 7, 7))).isEmpty();
        assertThat(MAPPING.of(Map.of("access", "Leads", "hospitals", "H1"))).isEmpty();
    }

    @Test
    void takesAClaimThatGoesByTheWholeName() {
        // Given
        Map<String, Object> claims = claims("Wards", "H1", "");
        claims.put("access.roles", "Leads");

        // When // Then
        assertThat(MAPPING.of(claims)).map(Granted::role).contains(Role.LEAD);
    }

    @Test
    void callsPeopleWhatOthersCanReadAndActsCanHold() {
        // Given
        Map<String, Object> long1 = claims("Engineers", "", "");
        long1.put("name", "N".repeat(61) + "\u202E\n");
        long1.put("upn", "u".repeat(37));
        Map<String, Object> same = claims("Engineers", "", "");
        same.put("name", "m.price");
        Map<String, Object> none = claims("Engineers", "", "");
        none.remove("name");
        none.remove("upn");

        // When // Then
        assertThat(MAPPING.of(long1)).map(Granted::called).contains("N".repeat(60) + " (" + "u".repeat(36) + ")");
        assertThat(MAPPING.of(same)).map(Granted::called).contains("m.price");
        assertThat(MAPPING.of(none)).map(Granted::called).contains("");
    }
}
