package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.figures.FalseShare;
import heed.topology.detect.WatchRule;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small part of what {@code heed calibrate --many} measures, with figures that must not move unseen. */
@Tag("simulation")
class ManyKeysTest {

    private static final FalseShare SHARE = new FalseShare(.10);
    private static final Study.Plan PLAN =
            new Study.Plan(List.of(Scenario.C), List.of(5), new WatchRule(730), 300, 1, 1, 1);

    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private ListedKeys world(Shock shock, int fallen) throws InterruptedException {
        return new ManyKeys(Scenario.C, 5, shock, fallen, PLAN, 1).live(SHARE, threads);
    }

    @Test
    void holdsTheShareOfFalseOnesWhereKeysHaveNothingInCommon() throws InterruptedException {
        // When
        ListedKeys listed = world(Shock.NONE, 30);

        // Then
        assertThat(listed.falseShare()).isLessThan(.10);
        assertThat(listed.openFalseShare()).isGreaterThan(.3);
        assertThat(listed.listed()).isBetween(8.0, 30.0);
    }

    @Test
    void holdsItWhereAllKeysHaveTheSameGoodAndBadDays() throws InterruptedException {
        // When
        ListedKeys listed = world(Shock.BAD_DAYS, 30);

        // Then
        assertThat(listed.falseShare()).isLessThan(.10);
        assertThat(listed.listed()).isBetween(8.0, 30.0);
    }

    @Test
    void listsNearlyNothingWhereNothingFalls() throws InterruptedException {
        // When
        ListedKeys listed = world(Shock.DAYS, 0);

        // Then
        assertThat(listed.falseShare()).isLessThan(.10);
        assertThat(listed.weeksWithFalse()).isLessThan(.10);
    }

    @Test
    void findsLargeFallsInWeeks() throws InterruptedException {
        // When
        ListedKeys listed = world(Shock.NONE, 30);

        // Then
        assertThat(listed.foundAfter()).allSatisfy(days -> assertThat(days).hasSize(10));
        assertThat(DoubleStream.of(listed.foundAfter().get(2)).filter(Double::isFinite))
                .hasSizeGreaterThan(8);
        assertThat(Delays.quantile(Delays.sorted(listed.foundAfter().get(2)), .5))
                .isLessThan(60);
    }
}
