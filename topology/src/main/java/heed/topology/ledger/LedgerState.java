package heed.topology.ledger;

import heed.topology.response.MeasureCatalogue;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of one partition's hospitals, as rows: a header a hospital (closed day, names) and its blocks.
 *
 * <p>Retention: {@link LedgerRules#days()} arrival days a hospital; a closed day's blocks are deleted from the
 * changelog.
 */
final class LedgerState implements HeapState, HospitalLedger.Changes {

    private static final int HEADER = 0;
    private static final int BLOCK = 1;

    private final LedgerRules rules;
    private final MeasureCatalogue catalogue;
    private final Map<String, HospitalLedger> ledgers = new HashMap<>();
    private final Map<HospitalLedger, String> hospitals = new HashMap<>();
    private final Set<HospitalLedger> changedHeaders = new LinkedHashSet<>();
    private final List<OwnBlock> changedBlocks = new ArrayList<>();
    private final List<byte[]> deleted = new ArrayList<>();
    private final RowWriter row = new RowWriter();

    LedgerState(LedgerRules rules, MeasureCatalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    HospitalLedger of(String hospital) {
        HospitalLedger known = ledgers.get(hospital);
        return known == null ? create(hospital) : known;
    }

    private HospitalLedger create(String hospital) {
        HospitalLedger ledger = new HospitalLedger(rules.days(), catalogue);
        ledgers.put(hospital, ledger);
        hospitals.put(ledger, hospital);
        return ledger;
    }

    @Override
    public void header(HospitalLedger ledger) {
        changedHeaders.add(ledger);
    }

    @Override
    public void block(HospitalLedger ledger, Block block) {
        if (!block.dirty) {
            block.dirty = true;
            changedBlocks.add(new OwnBlock(ledger, block));
        }
    }

    @Override
    public void expired(HospitalLedger ledger, Block block) {
        deleted.add(key(ledger, block));
        block.dirty = false;
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        deleted.forEach(key -> changelog.write(key, null));
        deleted.clear();
        changedHeaders.forEach(
                ledger -> changelog.write(headerKey(ledger), header(ledger.closedDay(), ledger.names())));
        changedHeaders.clear();
        for (OwnBlock own : changedBlocks) {
            if (own.block().dirty) {
                own.block().dirty = false;
                changelog.write(
                        key(own.ledger(), own.block()), own.block().content.toBytes());
            }
        }
        changedBlocks.clear();
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        HospitalLedger ledger = of(reader.text());
        if (reader.octet() == BLOCK) {
            ledger.restoreBlock(reader.number(), reader.count(), value);
            return;
        }
        RowReader header = new RowReader().of(Objects.requireNonNull(value, "the header of a ledger is never deleted"));
        ledger.restoreClosedDay(header.number());
        while (header.hasMore()) {
            ledger.names().indexOf(header.text());
        }
    }

    private String hospitalOf(HospitalLedger ledger) {
        return Objects.requireNonNull(hospitals.get(ledger), "a ledger of another partition");
    }

    private byte[] headerKey(HospitalLedger ledger) {
        return row.clear().text(hospitalOf(ledger)).octet(HEADER).toBytes();
    }

    private byte[] key(HospitalLedger ledger, Block block) {
        return row.clear()
                .text(hospitalOf(ledger))
                .octet(BLOCK)
                .number(block.day)
                .number(block.number)
                .toBytes();
    }

    private byte[] header(long closedDay, NameTable names) {
        row.clear().number(closedDay);
        names.all().forEach(row::text);
        return row.toBytes();
    }

    private record OwnBlock(HospitalLedger ledger, Block block) {}
}
