package heed.connectors.notify.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.connectors.notify.DigestEvery;
import heed.connectors.notify.NoticeKind;
import heed.connectors.notify.NoticeRoute;
import heed.schemas.Audience;
import heed.schemas.Severity;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesReaderTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeSecrets() throws IOException {
        Files.writeString(directory.resolve("mail.password"), "the password\n");
        Files.writeString(directory.resolve("hook.key"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");
        Files.writeString(directory.resolve("slack.url"), "https://hooks.slack.com/services/T0/B0/secret\n");
    }

    @Test
    void readsWhoIsToldWhatWhereAndWhen() throws IOException {
        // Given
        Path file = file(
                """
                mail:
                  host: smtp.example.org
                  user: heed
                  password-file: mail.password
                  from: heed@example.org
                routes:
                  ward-7:
                    to: mail
                    addresses: sister@example.org, deputy@example.org
                    hospitals: H1
                    units: Ward-7
                    about: drops, silences
                    measures: fft-2020.positive
                    severity: moderate
                    hours: 08:00-18:00
                    days: mon-wed, fri
                    digest: daily
                  board:
                    to: slack
                    url-file: slack.url
                    audience: published
                """);

        // When
        List<NoticeRoute> routes = RoutesReader.read(file, Questionnaires.shipped(), Clock.systemUTC());

        // Then
        NoticeRoute ward = routes.get(0);
        assertThat(ward.scope().places().has("H1", "Ward-7")).isTrue();
        assertThat(ward.scope().places().has("H1", null)).isFalse();
        assertThat(ward.scope().kinds()).containsExactlyInAnyOrder(NoticeKind.DROP, NoticeKind.SILENCE);
        assertThat(ward.scope().least()).isEqualTo(Severity.MODERATE);
        assertThat(ward.hours().days())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
        assertThat(ward.hours().from()).isEqualTo(LocalTime.of(8, 0));
        assertThat(ward.digest()).contains(DigestEvery.DAY);
        assertThat(ward.receiver().where()).isEqualTo("mail by smtp.example.org:587 to 2 addresses");
        assertThat(ScopeReader.of(ward.scope().text())).contains(ward.scope());
        assertThat(routes.get(1).audience()).isEqualTo(Audience.PUBLISHED);
        assertThat(routes.get(1).receiver().where()).isEqualTo("Slack at hooks.slack.com");
        assertThat(ScopeReader.of(routes.get(1).scope().text()))
                .isEqualTo(Optional.of(routes.get(1).scope()));
    }

    @Test
    void tellsEverybodyOfSomeHospitalsNothingOfTheEpisodesThatTheseArePartOf() throws IOException {
        // Given
        String route =
                """
                routes:
                  board:
                    to: slack
                    url-file: slack.url
                    hospitals: H1
                """;
        Path everybody = file(route + "    audience: published\n");
        List<NoticeRoute> published = RoutesReader.read(everybody, Questionnaires.shipped(), Clock.systemUTC());
        List<NoticeRoute> staff = RoutesReader.read(file(route), Questionnaires.shipped(), Clock.systemUTC());
        Path named = file(route + "    audience: published\n    about: drops, episodes\n");

        // When
        FileProblemsException refused = catchThrowableOfType(
                FileProblemsException.class,
                () -> RoutesReader.read(named, Questionnaires.shipped(), Clock.systemUTC()));

        // Then
        assertThat(published.get(0).scope().kinds())
                .containsExactlyInAnyOrder(NoticeKind.DROP, NoticeKind.RISE, NoticeKind.SILENCE);
        assertThat(staff.get(0).scope().kinds()).contains(NoticeKind.EPISODE);
        assertThat(refused.problems())
                .extracting(problem -> problem.substring(named.toString().length() + 1))
                .containsExactly("7: routes.board: 'episodes' of some hospitals are for 'audience: internal', since"
                        + " everybody else is not told which hospitals an episode has: take 'episodes' or"
                        + " 'hospitals' out");
    }

    @Test
    void tellsWhatCommentsAreAboutToStaffWhoAskForIt() throws IOException {
        // Given
        String route =
                """
                routes:
                  board:
                    to: slack
                    url-file: slack.url
                """;
        Path asking = file(route + "    about: drops, theme-rises\n");
        List<NoticeRoute> staff = RoutesReader.read(asking, Questionnaires.shipped(), Clock.systemUTC());
        List<NoticeRoute> silent = RoutesReader.read(file(route), Questionnaires.shipped(), Clock.systemUTC());
        Path everybody = file(route + "    about: theme-rises\n    audience: published\n");

        // When
        FileProblemsException refused = catchThrowableOfType(
                FileProblemsException.class,
                () -> RoutesReader.read(everybody, Questionnaires.shipped(), Clock.systemUTC()));

        // Then
        assertThat(staff.get(0).scope().kinds()).containsExactlyInAnyOrder(NoticeKind.DROP, NoticeKind.THEME_RISE);
        assertThat(ScopeReader.of(staff.get(0).scope().text()))
                .contains(staff.get(0).scope());
        assertThat(silent.get(0).scope().kinds()).doesNotContain(NoticeKind.THEME_RISE);
        assertThat(refused.problems())
                .extracting(problem -> problem.substring(everybody.toString().length() + 1))
                .containsExactly("5: routes.board: 'theme-rises' are for 'audience: internal', since what people write"
                        + " about is told to staff alone: take 'theme-rises' out");
    }

    @Test
    void saysEverythingThatIsWrongWithItsLinesAndNoSecret() throws IOException {
        // Given
        Path file = file(
                """
                mail:
                  host: smtp.example.org
                  security: none
                  user: heed
                  password-file: mail.password
                  from: heed at example.org
                routes:
                  ward 7:
                    to: mial
                  ward-8:
                    to: mail
                    addresses: "Sister <sister@example.org>"
                    units: Ward-8
                    severity: large
                    measures: fft-2020.postive
                    url: https://example.org/
                  hook:
                    to: webhook
                    url: http://example.org/hook
                    secret-file: slack.url
                    hours: 8-18
                    digest: daily
                """);

        // When
        FileProblemsException refused = catchThrowableOfType(
                FileProblemsException.class,
                () -> RoutesReader.read(file, Questionnaires.shipped(), Clock.systemUTC()));

        // Then
        assertThat(refused.problems())
                .extracting(problem -> problem.substring(file.toString().length() + 1))
                .containsExactlyInAnyOrder(
                        "3: mail: a password is shown to nobody in clear: 'security' must be starttls or tls",
                        "6: mail: 'heed at example.org' is no address such as sister@example.org",
                        "8: routes: 'ward 7' must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                        "9: routes.ward 7: 'to' can't be 'mial'; the nearest is mail; allowed: mail, webhook, slack,"
                                + " teams, alertmanager, pagerduty",
                        "12: routes.ward-8: 'Sister <sister@example.org>' is no address such as sister@example.org",
                        "13: routes.ward-8: 'units' are of one hospital, which 'hospitals' names",
                        "14: routes.ward-8: 'severity' can't be 'large'; the nearest is major; allowed: minor,"
                                + " moderate, major, severe",
                        "15: routes.ward-8: there is no measure 'fft-2020.postive'",
                        "16: routes.ward-8: 'url' means nothing to mail",
                        "19: routes.hook: 'url': must be an https:// address, but for one of this machine",
                        "20: routes.hook: 'secret-file': each line of the file must be whsec_ and 24 to 64 bytes in"
                                + " Base64",
                        "21: routes.hook: 'hours' must be written 08:00-18:00",
                        "22: routes.hook: a digest is for mail alone");
        assertThat(refused.getMessage()).doesNotContain("services/T0", "the password");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("routes.yaml"), text);
    }
}
