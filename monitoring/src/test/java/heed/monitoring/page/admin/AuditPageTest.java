package heed.monitoring.page.admin;

import static heed.monitoring.access.AuditInMemory.entry;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.access.AuditInMemory;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.audit.AuditFilter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditPageTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Snapshot NOTHING = new ReadModel(Clock.systemUTC(), Simulated.STAFF)
            .seenBy(Viewer.withoutRights())
            .snapshot();

    private final AuditTrail trail = new AuditTrail();

    private void happened(AuditEntry.Builder... entries) {
        List.of(entries).forEach(each -> AuditInMemory.put(trail, each.build()));
        trail.publish();
    }

    private void threeThings() {
        happened(
                entry(AuditKind.SIGNED_IN, "2030-06-30T22:59:59Z").setWho("evans"),
                entry(AuditKind.DENIED, "2030-06-30T23:00:00Z")
                        .setWho("evans")
                        .setAbout("/hospitals/{code}")
                        .setHospital("H2")
                        .setCameFrom("192.0.2.1")
                        .setTimes(7),
                entry(AuditKind.EXPORTED, "2030-07-01T23:00:00Z")
                        .setWho("heed_read_Ab12... board-report")
                        .setAbout("/api/v1/hospitals")
                        .setCameFrom("192.0.2.9"));
    }

    private Parsed at(String address) {
        return Asked.of(new AuditPage(trail, LONDON), NOTHING, address);
    }

    @Test
    void tellsTheNewestFirstInTheHospitalsTime() {
        // Given
        threeThings();

        // When
        Parsed page = at("/admin/audit");

        // Then
        assertThat(page.texts("tbody th"))
                .containsExactly("2 Jul 2030, 00:00:00", "1 Jul 2030, 00:00:00", "30 Jun 2030, 23:59:59");
        assertThat(page.row("1 Jul 2030, 00:00:00"))
                .containsExactly("evans", "denied", "/hospitals/{code}", "H2", "192.0.2.1", "7");
        assertThat(page.text()).contains("1 to 3 of 3 entries", "The newest 10,000 entries");
        assertThat(page.attributes("tbody a", "href"))
                .containsExactly(
                        "/admin/audit?who=heed_read_Ab12...%20board-report",
                        "/admin/audit?who=evans", "/admin/audit?who=evans");
    }

    @ParameterizedTest
    @CsvSource({
        "who=evans, 2",
        "who=board-report, 1",
        "who=board, 0",
        "kind=denied, 1",
        "kind=signed-in&who=evans, 1",
        "hospital=H2, 1",
        "hospital=H3, 0",
        "from=2030-07-01, 2",
        "to=2030-06-30, 1",
        "from=2030-07-01&to=2030-07-01, 1",
    })
    void narrowsByPersonKindHospitalAndDays(String query, int found) {
        // Given
        threeThings();

        // When
        Parsed page = at("/admin/audit?" + query);

        // Then
        assertThat(page.count("tbody tr")).isEqualTo(found);
        assertThat(page.text().contains("Nothing was found.")).isEqualTo(found == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=yesterday | Days are written as 2026-03-01.",
                "to=+999999999-12-31 | Days are written as 2026-03-01.",
                "from=2030-07-02&to=2030-07-01 | The first day is after the last one.",
                "kind=looked | The audit has no such kind: choose one of the list.",
                "page=0 | Pages are counted from 1: leave out page for the newest.",
            })
    void saysInASentenceWhatCannotBeAsked(String query, String sentence) {
        // Given
        threeThings();

        // When
        Parsed page = at("/admin/audit?" + query);

        // Then
        assertThat(page.texts("[role=alert]")).containsExactly(sentence);
        assertThat(page.count("tbody tr")).isZero();
    }

    @Test
    void turnsPagesOfFiftyAndKeepsWhatWasAsked() {
        // Given
        for (int at = 0; at < 101; at++) {
            happened(entry(AuditKind.DENIED, "2030-01-01T12:00:00Z")
                    .setWho("evans")
                    .setAbout("/" + at));
        }

        // When
        Parsed first = at("/admin/audit?who=evans");
        Parsed second = at("/admin/audit?who=evans&page=2");
        Parsed beyond = at("/admin/audit?who=evans&page=9");

        // Then
        assertThat(first.attributes("nav[aria-label=Pages] a", "href"))
                .containsExactly("/admin/audit?who=evans&page=2");
        assertThat(second.attributes("nav[aria-label=Pages] a", "href"))
                .containsExactly("/admin/audit?who=evans", "/admin/audit?who=evans&page=3");
        assertThat(List.of(first.count("tbody tr"), second.count("tbody tr"), beyond.count("tbody tr")))
                .containsExactly(50, 50, 1);
        assertThat(second.attributes("p.csv a", "href")).containsExactly("/admin/audit.csv?who=evans");
        assertThat(beyond.text()).contains("101 to 101 of 101 entries");
    }

    @Test
    void saysThatNothingHasBeenReadYet() {
        // When
        Parsed page = at("/admin/audit");

        // Then
        assertThat(page.text()).contains("The audit has not been read yet").doesNotContain("Nothing was found");
    }

    @Test
    void givesTheSameAsCsvThatNoSpreadsheetTakesForAFormula() {
        // Given
        happened(
                entry(AuditKind.ACCOUNT_ADDED, "2030-06-30T22:59:59Z")
                        .setWho("command line =ops")
                        .setAbout("=1+1, \"x\""),
                entry(AuditKind.SIGN_IN_REFUSED, "2030-06-30T23:00:00Z").setCameFrom("192.0.2.1"));

        // When
        String csv = AuditFile.csv(trail.newest().orElseThrow(), AuditFilter.ALL);

        // Then
        assertThat(csv)
                .isEqualTo("at,who,kind,about,hospital,came_from,times\r\n"
                        + "2030-06-30T23:00:00Z,,SIGN_IN_REFUSED,,,192.0.2.1,1\r\n"
                        + "2030-06-30T22:59:59Z,command line =ops,ACCOUNT_ADDED,\"'=1+1, \"\"x\"\"\",,,1\r\n");
    }

    @Test
    void givesTheNamesOfColumnsAloneWhereNothingWasFound() {
        // When
        String csv = AuditFile.csv(List.of(), AuditFilter.ALL);

        // Then
        assertThat(csv).isEqualTo("at,who,kind,about,hospital,came_from,times\r\n");
    }
}
