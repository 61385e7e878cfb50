package heed.app.study;

/** What many keys that live at the same time have in common. */
enum Shock {
    NONE("nothing"),
    DAYS("good and bad days"),
    BAD_DAYS("good and bad days, and 1 in 50 worse by .10");

    private static final double WORSE = .10;
    private static final double SHARE = .02;

    private final String description;

    Shock(String description) {
        this.description = description;
    }

    /** Tells whether all keys have the same days. */
    boolean isShared() {
        return this != NONE;
    }

    /** Returns by how much a day is worse at all keys; {@code drawn} is even between 0 and 1. */
    double worse(double drawn) {
        return this == BAD_DAYS && drawn < SHARE ? WORSE : 0;
    }

    @Override
    public String toString() {
        return description;
    }
}
