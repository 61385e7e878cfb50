package heed.app.fault;

import heed.app.acceptance.Load.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Judges what was found: nothing lost, nothing double, nothing left hanging. {@code VerdictTest} has a doctored finding
 * for each sentence of it.
 */
final class Verdict {

    /** Hospitals that fall in every load. */
    private static final long FALLING = 6;

    /** The heap that a test's process has, 768 MiB, and what Java needs beside it. */
    private static final long MOST_RESIDENT_MIB = 1_400;

    private final List<String> problems = new ArrayList<>();

    private Verdict() {}

    /** Returns what is wrong, in words; nothing where all is well. */
    static List<String> of(Evidence found) {
        Verdict verdict = new Verdict();
        verdict.counts(found);
        verdict.recount(found);
        verdict.drops(found);
        verdict.problems.addAll(found.unchanged());
        verdict.problems.addAll(found.channels());
        verdict.problems.addAll(found.pages());
        verdict.problems.addAll(found.open());
        verdict.problems.addAll(found.traces());
        found.residentMiB().forEach((name, mib) -> {
            if (mib > MOST_RESIDENT_MIB) {
                verdict.problems.add(name + " has " + mib + " MiB of memory, more than " + MOST_RESIDENT_MIB);
            }
        });
        return verdict.problems;
    }

    private void counts(Evidence found) {
        long all = found.acknowledged().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        equal("in", all, found.tallied().get("in"));
        for (Fate fate : Fate.values()) {
            long acknowledged = found.acknowledged().get(fate);
            String name = Evidence.name(fate);
            equal(name, acknowledged, found.tallied().get(name));
            equal(name + " by the recount", acknowledged, found.recounted().count(name));
        }
        equal("rejected records", found.acknowledged().get(Fate.REJECTED), found.rejected());
    }

    private void recount(Evidence found) {
        if (found.recounted().exitCode() != 0) {
            problems.addAll(found.recounted().lines());
        }
        equal("rows in motion", 0L, found.recounted().count("in motion"));
    }

    private void drops(Evidence found) {
        found.drops().forEach((turn, times) -> equal("told of drop " + turn, 1L, times));
        if (found.fallen() < FALLING) {
            problems.add("only " + found.fallen() + " of the " + FALLING + " falling hospitals were flagged");
        }
    }

    private void equal(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            problems.add(what + ": expected " + expected + ", was " + actual);
        }
    }
}
