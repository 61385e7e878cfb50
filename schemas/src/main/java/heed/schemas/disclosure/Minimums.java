package heed.schemas.disclosure;

import heed.schemas.Audience;

/**
 * The policy for small numbers: how many answers a figure must stand on before an audience sees it.
 *
 * @param internal fewest answers shown to staff of the hospital
 * @param published fewest answers shown to everybody else, other hospitals among them; at least {@code internal}
 */
public record Minimums(int internal, int published) {

    private static final int MOST = 1_000;

    /** Checks the ranges. */
    public Minimums {
        if (internal < 1 || internal > MOST) {
            throw new IllegalArgumentException("audiences.internal must be 1 to 1000, was " + internal);
        }
        if (published < internal || published > MOST) {
            throw new IllegalArgumentException("audiences.published must be audiences.internal (" + internal
                    + ") to 1000, was " + published
                    + ": the public can't be shown what staff can't");
        }
    }

    /** Returns the widest audience that a figure of {@code n} answers may be shown to. */
    public Audience audienceOf(long n) {
        if (n >= published) {
            return Audience.PUBLISHED;
        }
        return n >= internal ? Audience.INTERNAL : Audience.NOBODY;
    }

    /** Returns the fewest answers that {@code audience} is shown figures of. */
    public int of(Audience audience) {
        return switch (audience) {
            case INTERNAL -> internal;
            case PUBLISHED -> published;
            case NOBODY -> throw new IllegalArgumentException("nobody is shown anything, however many the answers");
        };
    }
}
