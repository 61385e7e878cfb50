package heed.app.server;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.notify.Hours;
import heed.connectors.notify.Message;
import heed.connectors.notify.NoticeKind;
import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.NoticeScope;
import heed.connectors.notify.Receiver;
import heed.connectors.notify.Stands;
import heed.monitoring.MovementFixture;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.Severity;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandsOnPageTest {

    private static final Receiver NOWHERE = new Receiver() {
        @Override
        public void deliver(Message message) {
            // Nothing is sent here.
        }

        @Override
        public String where() {
            return "nowhere";
        }
    };

    private final ReadModel model = new ReadModel(Clock.systemUTC(), new Disclosure(Audience.INTERNAL, 10));
    private final Drop drop = aDrop().open();
    private Optional<Instant> lostSince = Optional.empty();

    @Test
    void saysTheLast7DaysAndWhoseFallItIsToWhoIsToldOfAllHospitals() {
        // Given
        weeks();
        model.publish();

        // When
        Optional<Stands.Said> said = said(Scope.EVERYWHERE, Audience.INTERNAL);

        // Then
        assertThat(said).isPresent();
        assertThat(said.get().english())
                .startsWith("Usual 91%, lowest 78%; now 86% of 100 answers in the last 7 days. First flagged on ")
                .contains(" Others moved by -2.0 points in the same weeks (95% range ")
                .endsWith(" This is a fall of its own.");
        assertThat(said.get().welsh())
                .startsWith("Arferol 91%, isaf 78%; nawr 86% o 100 ateb yn y 7 diwrnod diwethaf. Rhybudd cyntaf ar ")
                .endsWith(" Gostyngiad yma yn unig yw hwn.");
    }

    @Test
    void saysNothingOfOpenWeeksOfOthersToWhoIsToldOfSomeHospitals() {
        // Given
        weeks();
        model.publish();

        // When
        Optional<Stands.Said> said = said(Scope.of("H1"), Audience.INTERNAL);

        // Then
        assertThat(said.orElseThrow().english())
                .startsWith("Usual 91%, lowest 78%; now 86% of 100 answers in the last 7 days.")
                .contains(" Whether other hospitals fell too can't be told: ")
                .doesNotContain("moved");
    }

    @Test
    void saysHowADropStandsThatIsOverSinceTheMessageWasMade() {
        // Given
        weeks();
        model.put(aDrop().recovered(Instant.parse("2026-03-01T10:00:00Z"))
                .with(later -> later.setAsOf(Instant.parse("2026-03-01T10:00:00Z")))
                .build());
        model.publish();

        // When
        Optional<Stands.Said> said = said(Scope.EVERYWHERE, Audience.INTERNAL);

        // Then
        assertThat(said.orElseThrow().english()).contains(" It is over since 1 March 2026. ");
    }

    @Test
    void saysNothingOfNowWhereThatIsNotKnown() {
        // Given
        weeks();
        model.publish();
        lostSince = Optional.of(Instant.parse("2026-03-01T12:00:00Z"));

        // When
        Optional<Stands.Said> said = said(Scope.EVERYWHERE, Audience.INTERNAL);

        // Then
        assertThat(said.orElseThrow().english())
                .startsWith("Usual 91%, lowest 78%; how it is now is not known since 1 March 2026, 12:00.");
    }

    @Test
    void saysNothingToReadersOutsideNorByAPageForTheseNorBeforeFiguresAreRead() {
        // Given
        Optional<Stands.Said> unread = said(Scope.EVERYWHERE, Audience.INTERNAL);
        weeks();
        model.publish();
        var page = new ReadModel(Clock.systemUTC(), new Disclosure(Audience.PUBLISHED, 21));

        // When
        Optional<Stands.Said> outside = said(Scope.EVERYWHERE, Audience.PUBLISHED);
        Optional<Stands.Said> byPageForThese = said(page, Scope.EVERYWHERE, Audience.INTERNAL);

        // Then
        assertThat(unread).isEmpty();
        assertThat(outside).isEmpty();
        assertThat(byPageForThese).isEmpty();
    }

    private void weeks() {
        model.put(drop);
        model.put(aDay("2026-03-01").positive(86, 100));
        for (String monday : List.of("2026-01-26", "2026-02-02", "2026-02-09")) {
            model.put(aWeek(LocalDate.parse(monday)).positive(910, 1_000));
            model.put(MovementFixture.week(monday, 0));
        }
        model.put(aWeek(LocalDate.parse("2026-02-23")).positive(780, 1_000));
        model.put(MovementFixture.week("2026-02-23", -0.02));
    }

    private Optional<Stands.Said> said(Scope places, Audience audience) {
        return said(model, places, audience);
    }

    private Optional<Stands.Said> said(ReadModel page, Scope places, Audience audience) {
        var scope = new NoticeScope(places, EnumSet.allOf(NoticeKind.class), Set.of(), Severity.MINOR, "");
        var route = new NoticeRoute("board", scope, audience, Hours.ALWAYS, Optional.empty(), NOWHERE);
        var names = new Names(HospitalDirectory.empty(), Questionnaires.shipped());
        return new StandsOnPage(page, names, () -> hospital -> lostSince).of(drop, route);
    }
}
