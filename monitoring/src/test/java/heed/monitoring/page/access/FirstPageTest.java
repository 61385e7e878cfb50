package heed.monitoring.page.access;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.SignedIn;
import heed.schemas.Session;
import heed.schemas.access.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FirstPageTest {

    private static String first(Role role, String... places) {
        var session = new Session("id", "somebody", Instant.EPOCH, Instant.EPOCH, null, null);
        return FirstPage.of(new SignedIn(
                AccessInMemory.somebody("somebody", role, places).build(), session, "", SignedIn.Missing.NOTHING));
    }

    @Test
    void leadsWhoeverReadsOneWardAloneToIt() {
        // When // Then
        assertThat(first(Role.WARD, "H1|W1")).isEqualTo("/hospitals/H1/wards/W1");
        assertThat(first(Role.WARD, "H1|W1", "H1|W2")).isEqualTo("/");
        assertThat(first(Role.LEAD, "H1|")).isEqualTo("/");
        assertThat(first(Role.NATIONAL)).isEqualTo("/");
    }

    @Test
    void leadsWhoeverReadsNoFiguresToWhatTheyRead() {
        // When // Then
        assertThat(first(Role.ENGINEER)).isEqualTo("/pipeline");
        assertThat(first(Role.ADMINISTRATOR)).isEqualTo("/admin");
    }
}
