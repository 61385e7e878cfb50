package heed.topology.ledger;

import heed.topology.response.Answers;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Response;
import heed.topology.store.RowReader;
import heed.topology.store.RowWriter;

/**
 * Writes and reads one response within a block: id, revision, kind, event time, unit and points. Points, not answers:
 * what is taken out is what was put in, even if a questionnaire has been edited since.
 */
final class LedgerEntry {

    private final RowReader reader = new RowReader();
    private long idHigh;
    private long idLow;
    private int revision;
    private Response.Kind kind = Response.Kind.SUBMITTED;
    private long givenAt;
    private int unit;
    private int answersAt;
    private int nextAt;
    private byte[] bytes;

    /** Appends {@code response}; a withdrawal keeps only its id and revision. */
    static void append(RowWriter block, Response response, NameTable names) {
        Answers answers = response.answers();
        boolean withdrawn = response.kind() == Response.Kind.WITHDRAWN;
        block.fixed(response.idHigh())
                .fixed(response.idLow())
                .number(response.revision())
                .octet(withdrawn ? 1 : 0)
                .number(withdrawn ? 0 : answers.givenAt());
        Place place = answers.place();
        block.number(withdrawn || place.isWhole() ? -1 : names.indexOf(place.unit()));
        int count = withdrawn ? 0 : answers.count();
        block.number(count);
        for (int i = 0; i < count; i++) {
            block.number(names.indexOf(answers.measure(i).name())).number(answers.points(i));
        }
    }

    /** Reads the entry at {@code offset}. */
    LedgerEntry read(byte[] block, int offset, int end) {
        bytes = block;
        reader.of(block, offset, end);
        idHigh = reader.fixed();
        idLow = reader.fixed();
        revision = reader.count();
        kind = reader.octet() == 1 ? Response.Kind.WITHDRAWN : Response.Kind.SUBMITTED;
        givenAt = reader.number();
        unit = reader.count();
        answersAt = reader.position();
        int count = reader.count();
        for (int i = 0; i < count * 2; i++) {
            reader.number();
        }
        nextAt = reader.position();
        return this;
    }

    /** Fills {@code into} with what this entry put into the scores. */
    void answers(Place whole, NameTable names, MeasureCatalogue catalogue, Answers into) {
        into.start(unit < 0 ? whole : whole.unit(names.name(unit)), givenAt);
        reader.of(bytes, answersAt, nextAt);
        int count = reader.count();
        for (int i = 0; i < count; i++) {
            into.add(catalogue.byName(names.name(reader.count())), reader.count());
        }
    }

    long idHigh() {
        return idHigh;
    }

    long idLow() {
        return idLow;
    }

    int revision() {
        return revision;
    }

    boolean withdrawn() {
        return kind == Response.Kind.WITHDRAWN;
    }

    /** Returns where the next entry of the block begins. */
    int nextAt() {
        return nextAt;
    }
}
