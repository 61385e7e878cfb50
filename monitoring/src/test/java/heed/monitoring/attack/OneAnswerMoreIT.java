package heed.monitoring.attack;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
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

    /** The first reading after January was closed; its correction comes later. */
    private static final int CLOSED = 2;

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
            assertThat(moved(before, after)).isEmpty();
        }
    }

    /** Returns what is told now and was not before, by address; how many browsers look on is not of patients. */
    private static Map<String, List<String>> moved(Map<String, String> before, Map<String, String> after) {
        Map<String, List<String>> moved = new TreeMap<>();
        after.forEach((path, body) -> {
            Set<String> known = PARTS.splitAsStream(before.get(path)).collect(Collectors.toSet());
            List<String> told = PARTS.splitAsStream(body)
                    .filter(part -> !known.contains(part) && !part.startsWith("heed_page_streams"))
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
