package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.Load;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the commit before to this one and back, with a broker, with data, and under a load that does not stop. */
class UpgradeIT {

    private static final Map<String, String> SETTINGS = Map.of("HEED_AUDIENCES_INTERNAL", "1");

    @TempDir
    private Path directory;

    @Test
    void anUpgradeAndARollBackLoseNothingAndCountNothingTwice() throws Exception {
        // Given
        Optional<String> obstacle = EarlierProgram.obstacle();
        obstacle.ifPresent(why -> System.out.println("upgrade: NOT REHEARSED: " + why));
        assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        EarlierProgram before = EarlierProgram.build(directory.resolve("before"));
        Load load = Load.revising(40_000, 20, 19);
        try (Cluster cluster = Cluster.start(directory, 1);
                CommittedTopics topics = new CommittedTopics(cluster.bootstrap(), cluster.registryUrl());
                HeedInstance heed = new HeedInstance(directory.resolve("heed"), cluster, SETTINGS)) {
            heed.start(before).awaitReady();
            topics.keepEveryRecordOf(Topics.DROPS);
            Gaps gaps = new Gaps(topics);

            // When
            try (Feed feed = Feed.start(load, topics)) {
                gaps.awaitAll();
                gaps.longest();
                heed.stop();
                heed.start().awaitReady();
                gaps.awaitAll();
                say("upgrade from " + before, gaps);
                heed.stop();
                heed.start(before).awaitReady();
                gaps.awaitAll();
                say("roll-back to " + before, gaps);
                feed.finish();
            }
            gaps.close();
            Evidence found = Evidence.gather(load, topics, List.of(heed), SETTINGS);

            // Then
            assertThat(Verdict.of(found)).isEmpty();
        }
    }

    private static void say(String what, Gaps gaps) {
        Duration longest = gaps.longest();
        System.out.println("upgrade: " + what + ": longest gap " + longest.toMillis() + " ms");
    }
}
