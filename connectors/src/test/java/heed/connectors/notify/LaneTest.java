package heed.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import heed.schemas.Drop;
import heed.schemas.Severity;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Clock CLOCK = Clock.fixed(Sample.NOON, ZoneOffset.UTC);
    private static final NoticeScope OF_H1 = new NoticeScope(
            Scope.of("H1"), EnumSet.allOf(NoticeKind.class), Set.of(), Severity.MINOR, "hospitals: 'H1'\n");

    private final Told told = new Told();
    private final Waiting waiting = new Waiting(3);

    @Test
    void whatWasThereBeforeTheRouteIsHistoryAndWhatBecomesOfItSinceIsNews() {
        // Given
        Lane lane = lane(Sample.everything(), Optional.empty());
        lane.take(Sample.drop().build());

        // When
        List<Delivery> rows = lane.beginning();
        lane.begin(rows);
        lane.take(Sample.drop().build());
        lane.take(worse());
        lane.take(Sample.drop().setDropId("d2").build());

        // Then
        assertThat(rows).extracting(DeliveryRows::key).containsExactly("program|d1|", "program");
        assertThat(waiting.all()).extracting(Notice::key).containsExactly("d1|open-severe", "d2|open-moderate");
    }

    @Test
    void whatItWasToldIsNotToldAgainNorWhatIsLessThanThat() {
        // Given
        told.add(DeliveryRows.began("program", Sample.everything().text(), Sample.NOON));
        told.add(DeliveryRows.of(
                Message.of(
                        "program",
                        List.of(Sample.notice("d1", "open-severe", Severity.SEVERE, Sample.NOON)),
                        Sample.PAGE),
                DeliveryOutcome.TOLD,
                1,
                Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(Sample.everything()));

        // When
        lane.take(worse());
        lane.take(Sample.drop().setAsOf(Sample.NOON.plusSeconds(60)).build());
        lane.take(Sample.drop().setDropId("d2").build());

        // Then
        assertThat(lane.beginning()).isEmpty();
        assertThat(waiting.all()).extracting(Notice::key).containsExactly("d2|open-moderate");
    }

    @Test
    void aRouteThatIsForMoreThanBeforeIsToldWhatIsNewAndWhatWaitedAndNotWhatItWasNotFor() {
        // Given
        told.add(DeliveryRows.began("program", OF_H1.text(), Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(OF_H1));
        lane.take(Sample.drop().setDropId("waited").build());
        lane.take(Sample.drop().setDropId("elsewhere").setHospital("H2").build());

        // When
        List<Delivery> rows = lane.beginning();
        lane.begin(rows);
        lane.take(Sample.drop().setDropId("new").setHospital("H2").build());

        // Then
        assertThat(rows).extracting(DeliveryRows::key).containsExactly("program|elsewhere|", "program");
        assertThat(waiting.all()).extracting(Notice::key).containsExactly("waited|open-moderate", "new|open-moderate");
    }

    @Test
    void whatFindsNoRoomIsAskedForOnceThereIsSome() {
        // Given
        told.add(DeliveryRows.began("program", Sample.everything().text(), Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(Sample.everything()));
        for (String id : List.of("d1", "d2", "d3", "d4")) {
            lane.take(Sample.drop().setDropId(id).build());
        }
        boolean wantedWhileFull = waiting.wantsRest();

        // When
        waiting.remove(waiting.all());

        // Then
        assertThat(wantedWhileFull).isFalse();
        assertThat(waiting.wantsRest()).isTrue();
        assertThat(waiting.wantsRest()).isFalse();
    }

    private static Drop worse() {
        return Sample.drop()
                .setSeverity(Severity.SEVERE)
                .setEscalatedAt(Sample.NOON)
                .setAsOf(Sample.NOON.plusSeconds(1))
                .build();
    }

    private Lane lane(NoticeScope scope, Optional<NoticeScope> before) {
        var route = new NoticeRoute("program", scope, Audience.INTERNAL, Hours.ALWAYS, Optional.empty(), new Nobody());
        var notices =
                new Notices(new Disclosure(Audience.INTERNAL, 10), HospitalDirectory.empty(), Questionnaires.shipped());
        return new Lane(route, notices, told, waiting, before, CLOCK);
    }

    private static final class Nobody implements Receiver {
        @Override
        public void deliver(Message message) throws IOException {
            throw new IOException("away");
        }

        @Override
        public String where() {
            return "nobody";
        }
    }
}
