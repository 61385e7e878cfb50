package heed.monitoring.api;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Names;
import heed.monitoring.view.SharedFalls;
import heed.monitoring.view.Verdict;
import heed.schemas.Action;
import heed.schemas.Drop;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
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

    private final Names names;

    Contracts(Names names) {
        this.names = names;
    }

    Sheet drops(List<Drop> drops, Snapshot snapshot) {
        return Sheet.of("drops", dropColumns(snapshot), drops);
    }

    Map<String, Object> drop(Drop drop, Snapshot snapshot) {
        return dropColumns(snapshot).of(drop);
    }

    private Columns<Drop> dropColumns(Snapshot snapshot) {
        return called(
                        new Columns<Drop>().addFields(Drop.getClassSchema(), Set.of(), each -> each),
                        Drop::getHospital,
                        Drop::getMeasure)
                .addReading(
                        "now_",
                        drop -> Optional.of(DropStand.of(drop, snapshot, names, hospital -> Optional.empty())
                                .now()))
                .add("rarity", ChanceSentences::rarity)
                .add("others_moved", drop -> compared(snapshot, drop, SharedFall::moved))
                .add("others_moved_reach", drop -> compared(snapshot, drop, SharedFall::movedReach))
                .add("fall_in_weeks", drop -> compared(snapshot, drop, SharedFall::fall))
                .add("fall_beyond", drop -> compared(snapshot, drop, SharedFall::beyond))
                .add("fall_beyond_reach", drop -> compared(snapshot, drop, SharedFall::reach))
                .add("fall_verdict", drop -> compared(snapshot, drop, SharedFall::verdict))
                .add("others_weeks", drop -> compared(snapshot, drop, SharedFall::weeks))
                .add("others_hospitals", drop -> compared(snapshot, drop, SharedFall::hospitals))
                .add("others_en", drop -> OthersSentences.english(SharedFalls.of(drop, snapshot, names)))
                .add("others_cy", drop -> OthersSentences.welsh(SharedFalls.of(drop, snapshot, names)))
                .add("stage", drop -> snapshot.part(Actions.class)
                        .about(drop)
                        .map(handling -> handling.stage(drop))
                        .orElse(null))
                .add(
                        "stage_by",
                        drop -> decisive(snapshot, drop).map(Action::getWho).orElse(null))
                .add(
                        "stage_at",
                        drop -> decisive(snapshot, drop).map(Action::getAt).orElse(null))
                .add("assignee", drop -> decisive(snapshot, drop)
                        .map(Action::getAssignee)
                        .orElse(null));
    }

    private @Nullable Object compared(Snapshot snapshot, Drop drop, Function<SharedFall, Object> figure) {
        return SharedFalls.of(drop, snapshot, names).map(figure).orElse(null);
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
    Sheet places(List<LeagueRow> rows) {
        return Sheet.of(
                "league",
                called(
                                new Columns<LeagueRow>()
                                        .addFields(LeagueRow.getClassSchema(), BASIS_POINTS, each -> each),
                                LeagueRow::getHospital,
                                LeagueRow::getMeasure)
                        .add("verdict", row -> Verdict.of(row, names.better(row.getMeasure()))),
                rows);
    }

    /** Returns hospitals' places over all measures. */
    Sheet standings(List<Standing> rows) {
        return Sheet.of(
                "standings",
                new Columns<Standing>()
                        .addFields(Standing.getClassSchema(), Set.of(), each -> each)
                        .add("hospital_name", row -> names.hospital(row.getHospital()))
                        .add("questionnaire_title", row -> names.questionnaire(row.getQuestionnaire())),
                rows);
    }

    /** Returns all hospitals compared, taken together. */
    static Map<String, Object> national(National national) {
        return new Columns<National>()
                .addFields(National.getClassSchema(), BASIS_POINTS, each -> each)
                .of(national);
    }

    private <R> Columns<R> called(Columns<R> columns, Function<R, String> hospital, Function<R, String> measure) {
        return columns.add("hospital_name", row -> names.hospital(hospital.apply(row)))
                .add("measure_title", row -> names.measure(measure.apply(row)));
    }
}
