package heed.topology.ledger;

import heed.topology.response.Answers;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Response;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.time.UtcDay;

/**
 * Writes and reads one response within a block: id, revision, kind, times, who answered, unit and points. Points, not
 * answers: what is taken out is what was put in, even if a questionnaire has been edited since.
 *
 * <p>The arrival counts from the block's day and the event time from the arrival, which is two bytes shorter than both
 * in full. A withdrawal has neither, nor a respondent.
 */
final class LedgerEntry {

    private static final int WITHDRAWN = 1;
    private static final int SUBMITTED = 2;

    private final RowReader reader = new RowReader();
    private long idHigh;
    private long idLow;
    private int revision;
    private Response.Kind kind = Response.Kind.SUBMITTED;
    private long givenAtMs;
    private long arrivalMs;
    private int respondent;
    private int unit;
    private int answersAt;
    private int nextAt;
    private byte[] bytes = {};

    /** Appends {@code response}; a withdrawal keeps only its id and revision. */
    static void append(Block block, Response response, NameTable names) {
        Answers answers = response.answers();
        boolean withdrawn = response.kind() == Response.Kind.WITHDRAWN;
        RowWriter row = block.content;
        row.fixed(response.idHigh())
                .fixed(response.idLow())
                .number(response.revision())
                .octet(withdrawn ? WITHDRAWN : SUBMITTED);
        if (withdrawn) {
            row.number(0);
        } else {
            row.number(answers.arrivalMs() - UtcDay.startMs(block.day))
                    .number(answers.givenAtMs() - answers.arrivalMs())
                    .number(names.indexOf(answers.respondent().name()));
        }
        String unit = answers.place().unit();
        row.number(withdrawn || unit == null ? -1 : names.indexOf(unit));
        int count = withdrawn ? 0 : answers.count();
        row.number(count);
        for (int i = 0; i < count; i++) {
            row.number(names.indexOf(answers.measure(i).name())).number(answers.points(i));
        }
    }

    /** Reads the entry at {@code offset}. */
    LedgerEntry read(Block block, int offset) {
        bytes = block.content.buffer();
        reader.of(bytes, offset, block.content.length());
        idHigh = reader.fixed();
        idLow = reader.fixed();
        revision = reader.count();
        kind = kind(reader.octet());
        if (kind == Response.Kind.WITHDRAWN) {
            reader.number();
        } else {
            arrivalMs = UtcDay.startMs(block.day) + reader.number();
            givenAtMs = arrivalMs + reader.number();
            respondent = reader.count();
        }
        unit = reader.count();
        answersAt = reader.position();
        int count = reader.count();
        for (int i = 0; i < count * 2; i++) {
            reader.number();
        }
        nextAt = reader.position();
        return this;
    }

    private static Response.Kind kind(int code) {
        return switch (code) {
            case WITHDRAWN -> Response.Kind.WITHDRAWN;
            case SUBMITTED -> Response.Kind.SUBMITTED;
            default ->
                throw new IllegalStateException("ledger state has an entry of kind " + code + ", this release reads "
                        + WITHDRAWN + " and " + SUBMITTED
                        + ": it was written by a newer release; run that one, or reset the application and replay");
        };
    }

    /** Fills {@code into} with what this entry put into the scores. */
    void answers(Place whole, NameTable names, MeasureCatalogue catalogue, Answers into) {
        into.start(unit < 0 ? whole : whole.unit(names.name(unit)), givenAtMs);
        into.from(names.respondent(respondent), arrivalMs);
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
