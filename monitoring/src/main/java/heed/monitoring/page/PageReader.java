package heed.monitoring.page;

import heed.monitoring.readmodel.SeenComments;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.key.PlaceKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who a page is written for.
 *
 * @param rights which rights the reader has
 * @param name of the reader's account; nothing where nobody has to say who they are
 * @param called how others read who it was; nothing where nobody has to say who they are
 * @param seal what the reader's own pages send along with a form; empty where nobody has to say who they are
 * @param whoSee how others read of those who may see a drop; nothing where nobody has to say who they are
 * @param places which hospitals and wards the reader's rights name; empty where they hold everywhere, or nobody has to
 *     say who they are
 * @param comments finds what patients wrote, as far as the reader may read it
 */
public record PageReader(
        Predicate<Right> rights,
        Optional<String> name,
        Optional<String> called,
        String seal,
        Function<Drop, Optional<List<String>>> whoSee,
        Set<PlaceKey> places,
        Supplier<SeenComments> comments) {

    /** Name of the field of a form that has the seal. */
    public static final String SEAL = "seal";

    /** Returns a reader who has not said who they are. */
    public static PageReader unnamed(Predicate<Right> rights) {
        return unnamed(rights, () -> SeenComments.NONE);
    }

    /** Returns the same, who reads comments. */
    public static PageReader unnamed(Predicate<Right> rights, Supplier<SeenComments> comments) {
        return new PageReader(
                rights, Optional.empty(), Optional.empty(), "", drop -> Optional.empty(), Set.of(), comments);
    }

    /** Tells whether the reader has a right at all. */
    public boolean may(Right right) {
        return rights.test(right);
    }
}
