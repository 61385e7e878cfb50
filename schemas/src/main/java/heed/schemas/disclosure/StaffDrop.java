package heed.schemas.disclosure;

import heed.schemas.Drop;
import heed.schemas.EvidenceDay;
import heed.schemas.record.RecordCopy;
import java.util.List;

/**
 * Says what staff are told of a drop: all but a score since it is back of too few answers, which nobody is told, and of
 * the days that led to it as much as {@link ToldTrail} says.
 */
final class StaffDrop {

    private StaffDrop() {}

    static Drop of(Drop drop, int minimum) {
        List<EvidenceDay> told = ToldTrail.of(drop.getTrail(), minimum);
        boolean isBackOfFew = drop.getResponsesBack() != null && drop.getResponsesBack() < minimum;
        if (!isBackOfFew && told.equals(drop.getTrail())) {
            return drop;
        }
        Drop.Builder copy = RecordCopy.of(drop, Drop.newBuilder()).setTrail(told);
        return isBackOfFew ? copy.setScoreBack(null).setResponsesBack(null).build() : copy.build();
    }
}
