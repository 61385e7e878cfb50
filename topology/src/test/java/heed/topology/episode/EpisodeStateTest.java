package heed.topology.episode;

import static heed.topology.episode.FlagBuilder.at;
import static heed.topology.episode.FlagBuilder.raised;
import static heed.topology.episode.FlagBuilder.watched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Flag;
import heed.topology.ChangelogFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpisodeStateTest {

    private static final EpisodeRules TEN_YEARS = new EpisodeRules(3_650);

    private final EpisodeState state = new EpisodeState(TEN_YEARS);
    private final Map<String, FoundEpisode> told = new TreeMap<>();

    @Test
    void sixOfFortyWithinFourWeeksAreStillChanceAndSevenAreTooMany() {
        // Given
        watch(40);
        for (int i = 0; i < 6; i++) {
            state.put(raised("H" + i, 100 + i));
        }
        commit(state);
        boolean ofSix = told.isEmpty();
        state.put(raised("H6", 106));

        // When
        commit(state);

        // Then
        assertThat(ofSix).isTrue();
        assertThat(told).containsOnlyKeys("fft-2020.positive|2026-W17");
        FoundEpisode episode = told.get("fft-2020.positive|2026-W17");
        assertThat(episode.hospitals()).containsExactly("H0", "H1", "H2", "H3", "H4", "H5", "H6");
        assertThat(episode.beganMs()).isEqualTo(at(100).toEpochMilli());
        assertThat(episode.openedMs()).isEqualTo(at(106).toEpochMilli());
        assertThat(episode.newestMs()).isEqualTo(at(106).toEpochMilli());
        assertThat(episode.watched()).isEqualTo(40);
        assertThat(episode.needed()).isEqualTo(7);
        assertThat(episode.rate()).isCloseTo(40 / 730.0, within(1e-15));
        assertThat(episode.asOfMs()).isEqualTo(at(106).toEpochMilli() + 60_000);
    }

    @Test
    void alarmsOfOneHospitalCountOnceAndThoseOfFourWeeksAgoNoMore() {
        // Given
        watch(40);
        for (int i = 0; i < 6; i++) {
            state.put(raised("H" + i, 100));
        }
        state.put(raised("H0", 110));
        state.put(raised("H6", 128));

        // When
        commit(state);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void anAlarmJustWithinTheWindowCounts() {
        // Given
        watch(40);
        for (int i = 0; i < 6; i++) {
            state.put(raised("H" + i, 100));
        }
        state.put(raised("H6", 127.999));

        // When
        commit(state);

        // Then
        assertThat(told).hasSize(1);
    }

    @Test
    void moreAlarmsMakeTheEpisodeLongerAndOnesThatComeMuchLaterAnother() {
        // Given
        watch(40);
        for (int i = 0; i < 12; i++) {
            state.put(raised("H" + i, 100 + i * 2));
            state.put(raised("H" + i, 300 + i * 2));
        }

        // When
        commit(state);

        // Then
        assertThat(told).containsOnlyKeys("fft-2020.positive|2026-W18", "fft-2020.positive|2026-W46");
        assertThat(told.values())
                .allSatisfy(episode -> assertThat(episode.hospitals()).hasSize(12));
        assertThat(told.get("fft-2020.positive|2026-W18").newestMs()).isEqualTo(at(122).toEpochMilli());
    }

    @Test
    void hospitalsThatAreWatchedOnlyLaterDoNotWidenWhatChanceAllows() {
        // Given
        for (int i = 0; i < 40; i++) {
            state.put(watched("H" + i));
        }
        for (int i = 0; i < 7; i++) {
            state.put(raised("H" + i, 100));
        }
        for (int i = 0; i < 400; i++) {
            state.put(raised("L" + i, 1_000 + i));
        }

        // When
        commit(state);

        // Then
        assertThat(told.get("fft-2020.positive|2026-W16").watched()).isEqualTo(40);
    }

    @Test
    void earlierAlarmsThatArriveLateMoveTheBeginningAndTakeTheOldKeyBack() {
        // Given
        watch(40);
        for (int i = 0; i < 7; i++) {
            state.put(raised("H" + i, 100 + i * 3));
        }
        commit(state);
        List<String> before = List.copyOf(told.keySet());
        state.put(raised("H7", 98));
        state.put(raised("H8", 98));
        state.put(raised("H9", 99));

        // When
        commit(state);

        // Then
        assertThat(before).containsExactly("fft-2020.positive|2026-W18");
        assertThat(told).containsOnlyKeys("fft-2020.positive|2026-W17");
        assertThat(told.get("fft-2020.positive|2026-W17").hospitals()).hasSize(10);
    }

    @Property(tries = 50)
    void inWhateverOrderAlarmsArriveTheSameEpisodesAreLeft(@ForAll Random random) {
        // Given
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            flags.add(watched("H" + i));
            for (int alarm = 0; alarm < 4; alarm++) {
                flags.add(raised("H" + i, random.nextInt(400)));
            }
        }
        Map<String, FoundEpisode> atOnce = new TreeMap<>();
        EpisodeState whole = new EpisodeState(new EpisodeRules(30));
        flags.forEach(whole::put);
        whole.forEachChanged((key, episode, asOfMs) -> take(atOnce, key.text(), episode));
        List<Flag> mixed = new ArrayList<>(flags);
        Collections.shuffle(mixed, random);
        Map<String, FoundEpisode> bitByBit = new TreeMap<>();
        EpisodeState parts = new EpisodeState(new EpisodeRules(30));

        // When
        for (Flag flag : mixed) {
            parts.put(flag);
            if (random.nextInt(5) == 0) {
                parts.forEachChanged((key, episode, asOfMs) -> take(bitByBit, key.text(), episode));
            }
        }
        parts.forEachChanged((key, episode, asOfMs) -> take(bitByBit, key.text(), episode));

        // Then
        assertThat(bitByBit).isEqualTo(atOnce);
    }

    @Test
    void aRestartSaysNothingTwiceAndGoesOn() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        watch(40);
        for (int i = 0; i < 7; i++) {
            state.put(raised("H" + i, 100 + i));
        }
        commit(state);
        changelog.commit(state);
        EpisodeState restored = changelog.restore(new EpisodeState(TEN_YEARS));
        restored.restored();
        List<String> again = new ArrayList<>();
        restored.forEachChanged((key, episode, asOfMs) -> again.add(key.text()));
        restored.put(raised("H7", 107));

        // When
        commit(restored);

        // Then
        assertThat(again).isEmpty();
        assertThat(told.get("fft-2020.positive|2026-W17").hospitals()).hasSize(8);
        assertThat(changelog.size()).isEqualTo(40);
    }

    @Test
    void aLineKeepsItsNewestHundredAlarms() {
        // Given
        WatchedLine line = new WatchedLine();

        // When
        for (int day = 0; day < 101; day++) {
            line.take(raised("H1", day));
        }

        // Then
        assertThat(line.alarms()).hasSize(100);
        assertThat(line.alarms().get(0).atMs()).isEqualTo(at(1).toEpochMilli());
        assertThat(line.sinceMs()).isEqualTo(at(0).toEpochMilli());
    }

    /** 40 hospitals with false alarms as often as their budget allows, over 15,000 years: once in ten is stated. */
    @Test
    void chanceAloneMakesNoMoreEpisodesThanIsStated() {
        // Given
        Random random = new Random(3);
        int episodes = 0;

        // When
        for (int life = 0; life < 100; life++) {
            TreeMap<String, WatchedLine> lines = new TreeMap<>();
            for (int hospital = 0; hospital < 40; hospital++) {
                WatchedLine line = new WatchedLine();
                line.take(watched("H" + hospital));
                for (double day = next(random); day < 150 * 365; day += next(random)) {
                    line.take(raised("H" + hospital, day));
                }
                lines.put("H" + hospital, line);
            }
            episodes += MeasureEpisodes.in(lines, TEN_YEARS).size();
        }

        // Then
        assertThat(episodes).isEqualTo(644).isLessThan(15_000 / 10);
    }

    private static double next(Random random) {
        return -730 * Math.log(1 - random.nextDouble());
    }

    private void watch(int hospitals) {
        for (int i = 0; i < hospitals; i++) {
            state.put(watched("H" + i));
        }
    }

    private void commit(EpisodeState changed) {
        changed.forEachChanged((key, episode, asOfMs) -> take(told, key.text(), episode));
    }

    private static void take(Map<String, FoundEpisode> kept, String key, @Nullable FoundEpisode episode) {
        if (episode == null) {
            kept.remove(key);
        } else {
            kept.put(key, episode);
        }
    }
}
