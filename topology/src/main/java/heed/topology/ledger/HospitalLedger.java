package heed.topology.ledger;

import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Response;
import heed.topology.tally.Outcome;
import heed.topology.time.UtcDay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one hospital.
 *
 * <p>What an id means does not depend on the order in which its records came: withdrawn for good, else the highest
 * revision.
 */
final class HospitalLedger {

    /** No day has been closed yet. */
    static final long NEVER = Long.MIN_VALUE;

    private final int keptDays;
    private final MeasureCatalogue catalogue;
    private final NameTable names = new NameTable();
    private final TreeMap<Long, List<Block>> days = new TreeMap<>();
    private final List<Block> blocks = new ArrayList<>();
    /** Blocks of closed days, which stand in their places until others take these. */
    private final ArrayDeque<Block> freePlaces = new ArrayDeque<>();

    private final IdIndex index = new IdIndex(blocks);
    private final LedgerEntry entry = new LedgerEntry();
    private final LedgerEntry candidate = new LedgerEntry();
    private final LedgerEntry standing = new LedgerEntry();
    private final Answers counted = new Answers();
    private long closedDay = NEVER;
    private boolean indexed = true;

    HospitalLedger(int keptDays, MeasureCatalogue catalogue) {
        this.keptDays = keptDays;
        this.catalogue = catalogue;
    }

    /** Says whether a record that arrived then may already have been counted and forgotten. */
    boolean isClosed(long arrivalMs) {
        long day = UtcDay.of(arrivalMs);
        return day <= closedDay || (days.size() >= keptDays && day < days.firstKey());
    }

    /** Enters {@code response} and fills {@code change} with what it does to the scores. */
    Outcome enter(Response response, Change change, Changes changes) {
        ensureIndexed();
        change.start(response);
        long day = UtcDay.of(response.arrivalMs());
        long position = index.find(response.idHigh(), response.idLow());
        boolean known = position >= 0;
        if (known) {
            Block block = blocks.get(IdIndex.block(position));
            entry.read(block, IdIndex.offset(position));
            if (entry.withdrawn()) {
                return response.kind() == Response.Kind.WITHDRAWN ? Outcome.DUPLICATE : Outcome.WITHDRAWN;
            }
            if (response.kind() == Response.Kind.SUBMITTED && response.revision() <= entry.revision()) {
                return response.revision() == entry.revision() && isOther(response.answers())
                        ? Outcome.CONFLICT
                        : Outcome.DUPLICATE;
            }
            day = Math.max(day, block.day);
        }
        if (!days.containsKey(day) && days.size() >= keptDays) {
            closeOldest(changes);
        }
        change.keptOn(day, closedDay);
        if (known) {
            entry.answers(response.answers().place().whole(), names, catalogue, change.takeOut(entry.revision()));
        }
        Answers answers = response.answers();
        answers.from(names.kept(answers.respondent()), answers.arrivalMs());
        append(response, day, changes);
        if (response.kind() == Response.Kind.WITHDRAWN) {
            return Outcome.WITHDRAWN;
        }
        change.putIn(response.answers());
        return known ? Outcome.CORRECTED : Outcome.COUNTED;
    }

    /** Says whether a response of the id and revision just read would have been counted otherwise. */
    private boolean isOther(Answers answers) {
        entry.answers(answers.place().whole(), names, catalogue, counted);
        return !counted.sameFigures(answers);
    }

    private void append(Response response, long day, Changes changes) {
        List<Block> ofDay = days.computeIfAbsent(day, d -> new ArrayList<>());
        if (ofDay.isEmpty() || ofDay.get(ofDay.size() - 1).full()) {
            add(new Block(day, ofDay.size()), ofDay);
        }
        Block block = ofDay.get(ofDay.size() - 1);
        int offset = block.content.length();
        int named = names.size();
        LedgerEntry.append(block, response, names);
        block.appended(block.content.length() - offset);
        if (names.size() > named) {
            changes.header(this);
        }
        changes.block(this, block);
        index.put(response.idHigh(), response.idLow(), block.place, offset);
    }

    private void add(Block block, List<Block> ofDay) {
        ofDay.add(block);
        place(block);
    }

    private void closeOldest(Changes changes) {
        closedDay = days.firstKey();
        List<Block> closed = days.pollFirstEntry().getValue();
        for (Block block : closed) {
            changes.expired(this, block);
            forget(block);
        }
        freePlaces.addAll(closed);
        changes.header(this);
    }

    private void forget(Block block) {
        int end = block.content.length();
        for (int at = 0; at < end; at = candidate.nextAt()) {
            candidate.read(block, at);
            index.remove(candidate.idHigh(), candidate.idLow(), block.place);
        }
    }

    /** Builds the index from the blocks after a restore. */
    private void ensureIndexed() {
        if (indexed) {
            return;
        }
        blocks.clear();
        freePlaces.clear();
        index.clear();
        days.values().forEach(ofDay -> ofDay.forEach(this::place));
        for (Block block : blocks) {
            int end = block.content.length();
            for (int at = 0; at < end; at = candidate.nextAt()) {
                candidate.read(block, at);
                if (candidateSupersedes()) {
                    index.put(candidate.idHigh(), candidate.idLow(), block.place, at);
                }
            }
        }
        indexed = true;
    }

    private boolean candidateSupersedes() {
        long position = index.find(candidate.idHigh(), candidate.idLow());
        if (position < 0) {
            return true;
        }
        Block block = blocks.get(IdIndex.block(position));
        standing.read(block, IdIndex.offset(position));
        return !standing.withdrawn() && (candidate.withdrawn() || candidate.revision() > standing.revision());
    }

    private void place(Block block) {
        if (freePlaces.isEmpty()) {
            block.place = blocks.size();
            blocks.add(block);
        } else {
            block.place = freePlaces.pop().place;
            blocks.set(block.place, block);
        }
    }

    NameTable names() {
        return names;
    }

    long closedDay() {
        return closedDay;
    }

    void restoreClosedDay(long day) {
        closedDay = day;
    }

    /** Takes in a block's row, or its deletion where {@code content} is null. */
    void restoreBlock(long day, int number, byte @Nullable [] content) {
        indexed = false;
        List<Block> ofDay = days.computeIfAbsent(day, d -> new ArrayList<>());
        ofDay.removeIf(block -> block.number == number);
        if (content != null) {
            Block block = new Block(day, number);
            block.content.raw(content, 0, content.length);
            ofDay.add(block);
            ofDay.sort(Comparator.comparingInt(b -> b.number));
        } else if (ofDay.isEmpty()) {
            days.remove(day);
        }
    }

    /** Collects what the changelog has to be told. */
    interface Changes {

        void header(HospitalLedger ledger);

        void block(HospitalLedger ledger, Block block);

        void expired(HospitalLedger ledger, Block block);
    }
}
