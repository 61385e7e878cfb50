package heed.schemas.access;

import heed.schemas.Audience;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to the installation, and so what they may. */
public enum Role {
    /** Reads the figures of wards. */
    WARD(Reach.NAMED, Audience.INTERNAL),
    /** Leads a hospital, or a ward of it: reads its figures and acts on its drops. */
    LEAD(Reach.NAMED, Audience.INTERNAL),
    /** Reads the figures of several hospitals. */
    GROUP(Reach.NAMED, Audience.INTERNAL),
    /** Reads the figures of all hospitals, and is told of drops whose evidence is enough for readers of many. */
    NATIONAL(Reach.EVERYWHERE, Audience.PUBLISHED),
    /** Reads figures to work with them, and does nothing about a drop. */
    ANALYST(Reach.NAMED, Audience.INTERNAL),
    /** Runs the installation: sees how the pipeline stands and which hospitals it hears, but no figures on pages. */
    ENGINEER(Reach.EVERYWHERE, Audience.NOBODY),
    /** Says who has which rights, and has none to figures. */
    ADMINISTRATOR(Reach.EVERYWHERE, Audience.NOBODY);

    private final Reach reach;
    private final Audience told;

    Role(Reach reach, Audience told) {
        this.reach = reach;
        this.told = told;
    }

    /** Whether a role is for places that are named with it. */
    private enum Reach {
        NAMED,
        EVERYWHERE
    }

    /** Tells whether the role has a right at all; where, its scope says. */
    public boolean may(Right right) {
        return switch (this) {
            case WARD, GROUP, NATIONAL, ANALYST -> right == Right.FIGURES;
            case LEAD -> right == Right.FIGURES || right == Right.ACTS;
            case ENGINEER -> right == Right.PIPELINE || right == Right.METRICS;
            case ADMINISTRATOR -> right == Right.ADMINISTRATION;
        };
    }

    /** Tells whether somebody in the role may be granted a right that the role has not. */
    public boolean mayBeGranted(Right right) {
        return this == LEAD && right == Right.COMMENTS;
    }

    /** Tells whether hospitals or units have to be named with it; the others are for all of them. */
    public boolean namesPlaces() {
        return reach == Reach.NAMED;
    }

    /** Tells whether it is told of a drop whose evidence is enough for {@code level}. */
    boolean isTold(Audience level) {
        return told == Audience.INTERNAL || (told == Audience.PUBLISHED && level == Audience.PUBLISHED);
    }

    /** Returns it as settings, commands and records write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the role that is written so; nothing where there is none, as in records of a later release. */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
