package heed.monitoring.api;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.AlikeAnswers;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.EpisodeWords;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Verdict;
import heed.schemas.Action;
import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.LowestEstimate;
import heed.schemas.figures.SharedFall;
import heed.schemas.sentence.ChanceSentences;
import heed.schemas.sentence.OthersSentences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the records that the topics have, under the names of their schemas and with what hospitals and measures are
 * called.
 */
final class Contracts {

    private static final Set<String> BASIS_POINTS =
            Set.of("score", "low", "high", "clustered_low", "clustered_high", "expected_low", "expected_high");

    /** What a row of a comparison may not say: a field's default is no figure. */
    private static final Set<String> ALIKE = Set.of("design_effect", "effective_n", "clustered_low", "clustered_high");

    private static final String BELOW_MINIMUM = "below_minimum";
    private static final String AS_OF = "as_of";

    private final Names names;

    Contracts(Names names) {
        this.names = names;
    }

    /** A drop, how it stands, what all hospitals did beside it and the episode around it: each once a drop. */
    private record Seen(Drop drop, DropStand stand, Optional<SharedFall> others, Optional<EpisodeWords> episode) {

        Optional<Reading> now() {
            return stand.lostSince().isPresent() ? Optional.empty() : Optional.of(stand.now());
        }

        @Nullable
        Object beside(Function<SharedFall, Object> figure) {
            return others.map(figure).orElse(null);
        }

        @Nullable
        Object around(Function<EpisodeWords, Object> words) {
            return episode.map(words).orElse(null);
        }
    }

    /** Lays drops out; how one is now is told where {@code known} says that it is known. */
    Sheet drops(List<Drop> drops, Snapshot snapshot, Knowledge known) {
        return Sheet.of(
                "drops",
                dropColumns(snapshot),
                drops.stream().map(drop -> seen(drop, snapshot, known)).toList());
    }

    Map<String, Object> drop(Drop drop, Snapshot snapshot, Knowledge known) {
        return dropColumns(snapshot).of(seen(drop, snapshot, known));
    }

    private Seen seen(Drop drop, Snapshot snapshot, Knowledge known) {
        return new Seen(
                drop,
                DropStand.of(drop, snapshot, names, known),
                SharedFalls.of(drop, snapshot, names.zone(drop.getHospital())),
                EpisodeWords.beside(drop, snapshot));
    }

    private Columns<Seen> dropColumns(Snapshot snapshot) {
        return called(
                        new Columns<Seen>().addFields(Drop.getClassSchema(), Set.of(), Seen::drop),
                        seen -> seen.drop().getHospital(),
                        seen -> seen.drop().getMeasure())
                .add("lowest", seen -> LowestEstimate.of(seen.drop()))
                .addReading("now_", Seen::now)
                .add("rarity", seen -> ChanceSentences.rarity(seen.drop()))
                .add("others_moved", seen -> seen.beside(SharedFall::moved))
                .add("others_moved_reach", seen -> seen.beside(SharedFall::movedReach))
                .add("fall_in_weeks", seen -> seen.beside(SharedFall::fall))
                .add("fall_beyond", seen -> seen.beside(SharedFall::beyond))
                .add("fall_beyond_reach", seen -> seen.beside(SharedFall::reach))
                .add("fall_verdict", seen -> seen.beside(SharedFall::verdict))
                .add("others_weeks", seen -> seen.beside(SharedFall::weeks))
                .add("others_hospitals", seen -> seen.beside(SharedFall::hospitals))
                .add("others_en", seen -> OthersSentences.english(seen.others()))
                .add("others_cy", seen -> OthersSentences.welsh(seen.others()))
                .add("episode_en", seen -> seen.around(EpisodeWords::english))
                .add("episode_cy", seen -> seen.around(EpisodeWords::welsh))
                .add("stage", seen -> snapshot.part(Actions.class)
                        .about(seen.drop())
                        .map(handling -> handling.stage(seen.drop()))
                        .orElse(null))
                .add("stage_by", seen -> decisive(snapshot, seen, Action::getWho))
                .add("stage_at", seen -> decisive(snapshot, seen, Action::getAt))
                .add("assignee", seen -> decisive(snapshot, seen, Action::getAssignee));
    }

    private static @Nullable Object decisive(Snapshot snapshot, Seen seen, Function<Action, @Nullable Object> told) {
        return decisive(snapshot, seen.drop()).map(told).orElse(null);
    }

    private static Optional<Action> decisive(Snapshot snapshot, Drop drop) {
        return snapshot.part(Actions.class).about(drop).flatMap(Handling::decisive);
    }

    /** Returns what people did about a drop, the oldest first. */
    List<Map<String, Object>> actions(Drop drop, Snapshot snapshot) {
        Columns<Action> columns = new Columns<Action>().addFields(Action.getClassSchema(), Set.of(), each -> each);
        return snapshot.part(Actions.class).about(drop).map(Handling::actions).orElse(List.of()).stream()
                .map(columns::of)
                .toList();
    }

    /** Returns hospitals' places in comparisons. */
    Sheet places(List<LeagueRow> rows, Snapshot snapshot) {
        return Sheet.of(
                "league",
                called(
                                new Columns<LeagueRow>()
                                        .addFields(LeagueRow.getClassSchema(), BASIS_POINTS, each -> each),
                                LeagueRow::getHospital,
                                LeagueRow::getMeasure)
                        .where(ALIKE, AlikeAnswers::isKnown)
                        .where(Set.of("rating"), row -> verdict(row) != Verdict.UNRATED)
                        .add(AS_OF, row -> snapshot.until(row.getAsOf()))
                        .add("verdict", this::verdict),
                rows);
    }

    private Verdict verdict(LeagueRow row) {
        return Verdict.of(row, names.better(row.getMeasure()));
    }

    /** Returns hospitals' places over all measures. */
    Sheet standings(List<Standing> rows, Snapshot snapshot) {
        return Sheet.of(
                "standings",
                new Columns<Standing>()
                        .addFields(Standing.getClassSchema(), Set.of(), each -> each)
                        .add(AS_OF, row -> snapshot.until(row.getAsOf()))
                        .add("hospital_name", row -> names.hospital(row.getHospital()))
                        .add("questionnaire_title", row -> names.questionnaire(row.getQuestionnaire())),
                rows);
    }

    /** Returns all hospitals compared, taken together. */
    static Map<String, Object> national(National national, Snapshot snapshot) {
        return new Columns<National>()
                .addFields(National.getClassSchema(), BASIS_POINTS, each -> each)
                .add(BELOW_MINIMUM, Contracts::belowMinimum)
                .add(AS_OF, row -> snapshot.until(row.getAsOf()))
                .of(national);
    }

    /** Returns how many hospitals have too few answers; null where that is not told. */
    static @Nullable Object belowMinimum(National national) {
        return national.getBelowMinimum() == Disclosure.NOT_TOLD ? null : national.getBelowMinimum();
    }

    private <R> Columns<R> called(Columns<R> columns, Function<R, String> hospital, Function<R, String> measure) {
        return columns.add("hospital_name", row -> names.hospital(hospital.apply(row)))
                .add("measure_title", row -> names.measure(measure.apply(row)));
    }
}
