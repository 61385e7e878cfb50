package heed.app.study.themes;

/** Counts how often a model says yes where people do. */
final class Agreement {

    private int both;
    private int people;
    private int model;

    /** Takes what people say of a comment and what the model says of it. */
    void add(boolean saidByPeople, boolean saidByModel) {
        both += saidByPeople && saidByModel ? 1 : 0;
        people += saidByPeople ? 1 : 0;
        model += saidByModel ? 1 : 0;
    }

    /** Returns how many comments people say yes to. */
    int people() {
        return people;
    }

    /** Returns how much of what the model finds is there. */
    double precision() {
        return model == 0 ? 0 : (double) both / model;
    }

    /** Returns how much of what is there the model finds. */
    double recall() {
        return people == 0 ? 0 : (double) both / people;
    }

    /** Returns the harmonic mean of precision and recall; nought where neither says yes. */
    double f1() {
        return people + model == 0 ? 0 : 2.0 * both / (people + model);
    }
}
