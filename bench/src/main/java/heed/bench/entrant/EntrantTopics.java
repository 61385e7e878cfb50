package heed.bench.entrant;

/** Names the topics that only the benchmark has. */
public final class EntrantTopics {

    /** Takes what the pass-through reads, unchanged. */
    public static final String THROUGH = "heed-bench-through";

    /** Takes the limit's log of ids. */
    public static final String IDS = "heed-bench-ids";

    private EntrantTopics() {}
}
