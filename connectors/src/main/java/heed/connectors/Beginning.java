package heed.connectors;

/** Is told that all is right, before the first response of a file is written; what it throws has none written. */
@FunctionalInterface
public interface Beginning {

    /** Nobody is to be told. */
    Beginning UNTOLD = () -> {};

    /** Is told so. */
    void begin() throws InterruptedException;
}
