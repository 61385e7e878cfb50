package heed.topology.ledger;

/**
 * Settings of the ledger.
 *
 * @param days how many arrival days of a hospital are remembered; days on which nothing arrived do not count
 */
public record LedgerRules(int days) {

    /** Checks the range. */
    public LedgerRules {
        if (days < 1 || days > 3_650) {
            throw new IllegalArgumentException("pipeline.ledger-days must be 1 to 3650, was " + days);
        }
    }
}
