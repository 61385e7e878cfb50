package heed.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AtSendingTest {

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

    private static final NoticeRoute ROUTE =
            new NoticeRoute("board", Sample.everything(), Audience.INTERNAL, Hours.ALWAYS, Optional.empty(), NOWHERE);

    private final Notice drop = Sample.ofDrop();
    private final Notice other = Sample.notice("s1", "open", Severity.MINOR, Sample.NOON);
    private final Message digest = Message.digest("board", List.of(other, drop), Sample.PAGE);

    @Test
    void saysOfEachDropInADigestHowItStandsAfterTheSentenceOfItsRecordAndOfOthersNothing() {
        // Given
        Stands stands = (record, route) ->
                Optional.of(new Stands.Said(record.getDropId() + " by " + route.name() + ".", "Yn Gymraeg."));

        // When
        Message told = new AtSending(stands, ROUTE).of(digest);

        // Then
        assertThat(told.id()).isEqualTo(digest.id());
        assertThat(told.reports()).hasSize(1);
        assertThat(told.notices().get(0)).isEqualTo(other);
        assertThat(told.notices().get(1).key()).isEqualTo(drop.key());
        assertThat(told.notices().get(1).english())
                .isEqualTo(new Notice.Words(
                        drop.english().subject(), "The score is lower than usual. " + drop.about() + " by board."));
        assertThat(told.notices().get(1).welsh().sentence())
                .isEqualTo(drop.welsh().sentence() + " Yn Gymraeg.");
    }

    @Test
    void tellsADropAllTheSameWhereHowItStandsIsNotToldOrCannotBeFound() {
        // Given
        Stands failing = (record, route) -> {
            throw new IllegalStateException("no such part");
        };

        // When // Then
        assertThat(new AtSending(Stands.UNKNOWN, ROUTE).of(digest)).isEqualTo(digest);
        assertThat(new AtSending(failing, ROUTE).of(digest)).isEqualTo(digest);
    }
}
