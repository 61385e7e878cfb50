package heed.bench.flink;

import heed.bench.entrant.Entrant;
import heed.bench.entrant.EntrantMaker;
import heed.bench.entrant.EntrantSettings;

/** Makes Flink with the state back end that ends a contender's name. */
public final class FlinkMaker implements EntrantMaker {

    @Override
    public Entrant make(String contender, EntrantSettings settings) {
        return new FlinkEntrant(settings, contender.substring(contender.indexOf('-') + 1));
    }
}
