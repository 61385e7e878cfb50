package heed.topology.ledger;

import heed.topology.response.Answers;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Respondent;
import heed.topology.response.Response;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Writes and reads one response within a block: id, revision, kind, times, who answered, unit and points. Points, not
 * answers: what is taken out is what was put in, even if a questionnaire has been edited since.
 *
 * <p>An entry of the first layout has its event time in full, no arrival and no respondent; its kind is 0 or 1. Since then the
 * kind has bit 2 set, the arrival counts from the block's day and the event time from the arrival, which is two bytes
 * shorter than both in full. Entries of both layouts may share a block.
 */
final class LedgerEntry {

    private static final int WITHDRAWN = 1;
    private static final int WITH_ARRIVAL = 2;
    private static final long DAY_MS = 86_400_000;

    private final RowReader reader = new RowReader();
    private long idHigh;
    private long idLow;
    private int revision;
    private Response.Kind kind = Response.Kind.SUBMITTED;
    private long givenAt;
    private long arrival;
    private int respondent;
    private int unit;
    private int answersAt;
    private int nextAt;
    private byte[] bytes;

    /** Appends {@code response}; a withdrawal keeps only its id and revision. */
    static void append(Block block, Response response, NameTable names) {
        Answers answers = response.answers();
        boolean withdrawn = response.kind() == Response.Kind.WITHDRAWN;
        RowWriter row = block.content;
        row.fixed(response.idHigh())
                .fixed(response.idLow())
                .number(response.revision())
                .octet(withdrawn ? WITHDRAWN : WITH_ARRIVAL);
        if (withdrawn) {
            row.number(0);
        } else {
            row.number(answers.arrival() - block.day * DAY_MS)
                    .number(answers.givenAt() - answers.arrival())
                    .number(names.indexOf(answers.respondent().name()));
        }
        Place place = answers.place();
        row.number(withdrawn || place.isWhole() ? -1 : names.indexOf(place.unit()));
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
        int layout = reader.octet();
        kind = (layout & WITHDRAWN) != 0 ? Response.Kind.WITHDRAWN : Response.Kind.SUBMITTED;
        readTimes(layout, block.day);
        unit = reader.count();
        answersAt = reader.position();
        int count = reader.count();
        for (int i = 0; i < count * 2; i++) {
            reader.number();
        }
        nextAt = reader.position();
        return this;
    }

    private void readTimes(int layout, long day) {
        if ((layout & WITH_ARRIVAL) == 0) {
            givenAt = reader.number();
            arrival = givenAt;
            respondent = -1;
            return;
        }
        arrival = day * DAY_MS + reader.number();
        givenAt = arrival + reader.number();
        respondent = reader.count();
    }

    /** Fills {@code into} with what this entry put into the scores. */
    void answers(Place whole, NameTable names, MeasureCatalogue catalogue, Answers into) {
        into.start(unit < 0 ? whole : whole.unit(names.name(unit)), givenAt);
        into.from(respondent < 0 ? Respondent.UNKNOWN : names.respondent(respondent), arrival);
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
