package heed.monitoring.view;

import heed.monitoring.readmodel.Episodes;
import heed.monitoring.readmodel.Movements;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Movement;
import heed.schemas.figures.Together;
import heed.schemas.sentence.EpisodeSentences;
import java.util.Optional;

/**
 * Says that many hospitals fell at once, and by how much all of them moved, in English and Welsh.
 *
 * @param english what the record says, and the movement where it is known
 * @param welsh the same in Welsh
 */
public record EpisodeWords(String english, String welsh) {

    /** Returns what is said of an episode. */
    public static EpisodeWords of(Episode episode, Snapshot snapshot) {
        Optional<Movement> moved =
                Together.moved(episode, snapshot.part(Movements.class).of(episode.getMeasure()));
        return new EpisodeWords(
                joined(episode.getSentenceEn(), EpisodeSentences.moved(moved)),
                joined(episode.getSentenceCy(), EpisodeSentences.movedWelsh(moved)));
    }

    /** Returns what is said beside a drop that was raised in the weeks of an episode; nothing beside others. */
    public static Optional<EpisodeWords> beside(Drop drop, Snapshot snapshot) {
        return Together.around(drop, snapshot.part(Episodes.class).newestFirst())
                .map(episode -> of(episode, snapshot));
    }

    private static String joined(String sentence, String moved) {
        return moved.isEmpty() ? sentence : sentence + " " + moved;
    }
}
