package heed.app.rebaseline;

import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.key.SeriesKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A drop or rise that is open at a measure.
 *
 * @param id of the drop or rise
 * @param sentence the record in plain English
 */
public record OpenChange(String id, String sentence) {

    /** Returns what an act at {@code key} would be about: the open drop, else the open rise. */
    public static Optional<OpenChange> at(SeriesKey key, List<Drop> drops, List<Rise> rises) {
        return drops.stream()
                .filter(drop -> drop.getState() == DropState.OPEN && key.equals(SeriesKey.of(drop)))
                .findFirst()
                .map(drop ->
                        new OpenChange(drop.getDropId(), Objects.toString(drop.getSentenceEn(), "A drop is open.")))
                .or(() -> rises.stream()
                        .filter(rise -> rise.getState() == RiseState.OPEN && key.equals(SeriesKey.of(rise)))
                        .findFirst()
                        .map(rise -> new OpenChange(
                                rise.getRiseId(), Objects.toString(rise.getSentenceEn(), "A rise is open."))));
    }
}
