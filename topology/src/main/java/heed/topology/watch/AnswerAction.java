package heed.topology.watch;

/** What is done with one answer. */
interface AnswerAction {

    /** Does it at a key with what was {@code given}, of which the answer to the key's measure has this loss. */
    void take(WatchedMeasure key, GivenAnswers given, int loss);
}
