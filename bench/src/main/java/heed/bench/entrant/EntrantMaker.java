package heed.bench.entrant;

/** Makes contenders that come with libraries of their own: a service that is looked for where they are. */
public interface EntrantMaker {

    /** Makes the contender of a name ready to work. */
    Entrant make(String contender, EntrantSettings settings);
}
