package heed.connectors;

/** Is told how far an import has come; on the importing thread, a few hundred responses apart and once at the end. */
@FunctionalInterface
public interface ImportProgress {

    /** Tells nobody. */
    ImportProgress NONE = (acknowledged, total) -> {};

    /** Reports that {@code acknowledged} of {@code total} responses are safe on the topic. */
    void at(long acknowledged, long total);
}
