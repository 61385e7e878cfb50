package heed.schemas.access;

import heed.schemas.Audience;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may, and where: the one rule that everything which hands out figures asks.
 *
 * @param role what may be done
 * @param scope where
 * @param granted what may be done beside that, where the role may be granted it
 */
public record Rights(Role role, Scope scope, Set<Right> granted) {

    public Rights {
        granted = Set.copyOf(granted);
    }

    /** Holds the rights of a role and no others. */
    public Rights(Role role, Scope scope) {
        this(role, scope, Set.of());
    }

    /** Returns the rights of a role; the named places are left aside where the role is for all of them. */
    public static Rights of(Role role, Scope scope) {
        return new Rights(role, role.namesPlaces() ? scope : Scope.EVERYWHERE, Set.of());
    }

    /** Returns the same and what of {@code rights} somebody in the role may be granted. */
    public Rights granting(Collection<Right> rights) {
        return new Rights(
                role, scope, rights.stream().filter(role::mayBeGranted).collect(Collectors.toSet()));
    }

    /** Tells whether they include a right at all. */
    public boolean may(Right right) {
        return role.may(right) || granted.contains(right);
    }

    /** Tells whether anything of a hospital is seen. */
    public boolean sees(String hospital) {
        return scope.reaches(hospital);
    }

    /** Tells whether what is of a unit is seen; null is the hospital as a whole. */
    public boolean sees(String hospital, @Nullable String unit) {
        return scope.has(hospital, unit);
    }

    /** Tells whether a drop is told whose evidence is enough for {@code level}. */
    public boolean isTold(Audience level) {
        return role.isTold(level);
    }
}
