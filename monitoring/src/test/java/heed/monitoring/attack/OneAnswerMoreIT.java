package heed.monitoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.readmodel.Viewer;
import heed.schemas.Audience;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Reads everything that everybody is told before and after one patient answers: whatever moved, a time, a count, an id
 * or a version, would tell that somebody did.
 */
class OneAnswerMoreIT {

    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

    private static final Disclosure STAFF = Disclosure.to(Audience.INTERNAL, new Minimums(10, 21));

    /** The first reading after January was closed; its correction comes later. */
    private static final int CLOSED = 2;

    /** How many browsers look on is not of patients. */
    private static final Pattern BROWSERS = Pattern.compile("heed_page_streams.*");

    /** As of when the figures are, and when they changed, is that of all hospitals. */
    private static final Pattern OF_ALL =
            Pattern.compile(".*(\"(as_of|changed_at|answered|last_contact)\"|22:10:43).*", Pattern.DOTALL);

    private static final Pattern PARTS = Pattern.compile("[\\n>,]");

    private final AttackedMonths months = new AttackedMonths();

    @Test
    void nothingThatEverybodyIsToldMovesWithOneAnswerMore() throws Exception {
        // Given
        try (AttackedSite site = new AttackedSite(EVERYBODY)) {
            for (int reading = 0; reading <= months.readings.size() - 1 - CLOSED; reading++) {
                site.play(months, reading);
            }
            OneAnswer.before(site.model);
            Map<String, String> before = everything(site);

            // When
            OneAnswer.come(site.model);
            site.countOneMore();
            Map<String, String> after = everything(site);

            // Then
            assertThat(OneAnswer.unsaid(site.model)).isEmpty();
            assertThat(before).containsKeys("/api/v1/pipeline", "/pipeline", "/events", "/metrics", "/api/v1/league");
            assertThat(before.get("/api/v1/league")).contains("\"2026-01\"");
            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(moved(before, after, BROWSERS)).isEmpty();
        }
    }

    @Test
    void nothingThatStaffOfAnotherHospitalAreToldMovesWithOneAnswerMore() throws Exception {
        // Given
        Viewer other = Viewer.of(Rights.of(Role.LEAD, Scope.of(AttackedMonths.TWO)));
        try (AttackedSite site = new AttackedSite(STAFF, other)) {
            for (int reading = 0; reading <= months.readings.size() - 1 - CLOSED; reading++) {
                site.play(months, reading);
            }
            OneAnswer.before(site.model);
            Map<String, String> before = ofFigures(site);

            // When
            OneAnswer.come(site.model);
            Map<String, String> after = ofFigures(site);

            // Then
            assertThat(before.get("/api/v1/hospitals/TWO")).startsWith("200");
            assertThat(before.get("/api/v1/drops")).contains("\"hospital\":\"TWO\"");
            assertThat(before.get("/api/v1/hospitals/TWO/spc?measure=fft-2020.positive&per=week"))
                    .contains("\"others\"", "\"first\":\"" + OneAnswer.OVER + "\",\"n\":12");
            assertThat(before.get("/api/v1/league/fft-2020.positive?month=2026-01"))
                    .startsWith("200");
            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(moved(before, after, OF_ALL)).isEmpty();
        }
    }

    private static Map<String, String> ofFigures(AttackedSite site) throws Exception {
        Map<String, String> told = new TreeMap<>();
        for (String path : Addresses.api(site)) {
            if (path.startsWith("/api/v1/") && !path.startsWith("/api/v1/pipeline")) {
                AttackedSite.Answer answer = site.get(path);
                told.put(path, answer.status() + " " + answer.body());
            }
        }
        told.put("/events", site.get("/events").body());
        return told;
    }

    /** Returns what is told now and was not before, by address, but what is {@code of} no patient. */
    private static Map<String, List<String>> moved(Map<String, String> before, Map<String, String> after, Pattern of) {
        Map<String, List<String>> moved = new TreeMap<>();
        after.forEach((path, body) -> {
            Set<String> known = PARTS.splitAsStream(before.get(path)).collect(Collectors.toSet());
            List<String> told = PARTS.splitAsStream(body)
                    .filter(part -> !known.contains(part) && !of.matcher(part).matches())
                    .toList();
            if (!told.isEmpty()) {
                moved.put(path, told);
            }
        });
        return moved;
    }

    private static Map<String, String> everything(AttackedSite site) throws Exception {
        Set<String> paths = new TreeSet<>(Addresses.api(site));
        paths.addAll(Addresses.pages(site));
        Map<String, String> told = new TreeMap<>();
        for (String path : paths) {
            AttackedSite.Answer answer = site.get(path);
            told.put(path, answer.status() + " " + answer.body());
        }
        return told;
    }
}
