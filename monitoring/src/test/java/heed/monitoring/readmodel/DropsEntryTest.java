package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.schemas.Drop;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DropsEntryTest {

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @Test
    void showsOpenDropsUntilTheyRecoverAndRemembersReplacedOnes() {
        // Given
        model.put(aDrop().open());
        model.publish();
        Snapshot open = model.snapshot();

        // When
        Instant recovered = Instant.parse("2026-03-10T12:00:00Z");
        model.put(aDrop().recovered(recovered).build());
        Drop second = aDrop().id("second")
                .between(Instant.parse("2026-03-12T12:00:00Z"), Instant.parse("2026-03-14T12:00:00Z"))
                .open();
        model.publish();
        Snapshot closed = model.snapshot();
        model.put(second);
        model.publish();

        // Then
        assertThat(open.part(Drops.class).open()).hasSize(1);
        assertThat(closed.part(Drops.class).open()).isEmpty();
        assertThat(closed.part(Drops.class).recoveredSince(Instant.parse("2026-03-10T12:00:00Z")))
                .hasSize(1);
        assertThat(model.snapshot().part(Drops.class).open()).containsExactly(second);
        assertThat(model.snapshot().part(Drops.class).byId())
                .containsOnlyKeys("second", aDrop().open().getDropId());
    }

    @Test
    void forgetsADropThatHasATombstone() {
        // Given
        model.put(aDrop().open());

        // When
        model.remove(Topics.DROPS, "H1||fft-2020.positive");
        model.publish();

        // Then
        assertThat(model.snapshot().part(Drops.class).latest()).isEmpty();
        assertThat(model.snapshot().part(Drops.class).byId()).isEmpty();
    }

    @Test
    void remembersABoundedNumberOfReplacedDrops() {
        // Given
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        // When
        for (int at = 0; at < DropsEntry.REMEMBERED + 20; at++) {
            model.put(aDrop().id("drop-" + at)
                    .between(start.plusSeconds(at), start.plusSeconds(at))
                    .open());
        }
        model.publish();

        // Then
        assertThat(model.snapshot().part(Drops.class).byId())
                .hasSize(DropsEntry.REMEMBERED)
                .doesNotContainKey("drop-0");
    }
}
