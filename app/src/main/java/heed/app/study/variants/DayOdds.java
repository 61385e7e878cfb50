package heed.app.study.variants;

/** Adds up, for one size of fall, the odds of all moments at which it may have begun. */
interface DayOdds {

    /** Begins a day, with which the two distributions and what is learned of correlation are frozen. */
    void open(Tilted usual, Tilted fallen, TrialBaseline baseline, double firstWeight);

    void answer(int block, int place);

    /** Returns the evidence now. */
    double level();

    /** Returns the answers since the fall, weighted by the evidence and not divided by it. */
    double counts();

    /** Returns the losses since the fall, likewise. */
    double losses();

    /** Forgets all evidence; answers are ignored until a day opens. */
    void clear();
}
