package heed.monitoring.web;

import heed.monitoring.readmodel.Viewer;
import heed.schemas.access.Right;
import io.javalin.security.RouteRole;
import java.util.Set;

/**
 * Says who may use an address. Every address is registered with one; {@link WebServer} starts with none that lacks it.
 *
 * @param who whom it is for
 * @param rights of which whoever uses it has one at least; empty where it is not a matter of rights
 */
public record Rule(Who who, Set<Right> rights) implements RouteRole {

    /** Kinds of readers. */
    public enum Who {
        /** Whoever asks. */
        ANYBODY,
        /** Whoever the server knows, whatever they may do. */
        SOMEBODY,
        /** Whoever has one of the rights. */
        RIGHTFUL
    }

    public Rule {
        rights = Set.copyOf(rights);
        if ((who == Who.RIGHTFUL) == rights.isEmpty()) {
            throw new IllegalArgumentException("rights are named where, and only where, they decide");
        }
    }

    /** Returns the rule of what tells nothing of patients, nor of hospitals. */
    public static Rule anybody() {
        return new Rule(Who.ANYBODY, Set.of());
    }

    /** Returns the rule of what is for everybody whom the server knows. */
    public static Rule somebody() {
        return new Rule(Who.SOMEBODY, Set.of());
    }

    /** Returns the rule of what needs a right. */
    public static Rule of(Right right) {
        return new Rule(Who.RIGHTFUL, Set.of(right));
    }

    /** Returns the rule of what needs one of several rights. */
    public static Rule anyOf(Right... rights) {
        return anyOf(Set.of(rights));
    }

    /** Returns the rule of what needs one of several rights. */
    public static Rule anyOf(Set<Right> rights) {
        return new Rule(Who.RIGHTFUL, rights);
    }

    /** Tells whether a viewer may use the address. */
    public boolean permits(Viewer viewer) {
        return switch (who) {
            case ANYBODY -> true;
            case SOMEBODY -> !viewer.equals(Viewer.nobody());
            case RIGHTFUL -> rights.stream().anyMatch(viewer::may);
        };
    }
}
