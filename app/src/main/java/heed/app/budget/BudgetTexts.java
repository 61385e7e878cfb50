package heed.app.budget;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.response.Place;
import heed.topology.watch.WatchRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Answers what somebody asks of the budget: what it comes to, and what to set for another. */
public final class BudgetTexts {

    private final Budget budget;
    private final HospitalDirectory directory;
    private final int silenceDays;

    /**
     * Takes the rules of an installation and the questionnaires {@code asked} at every hospital.
     *
     * @param silenceDays days between false silences that a hospital or unit is held to
     */
    public BudgetTexts(
            WatchRules rules,
            HospitalDirectory directory,
            Questionnaires questionnaires,
            Collection<Questionnaire> asked,
            int silenceDays) {
        this.budget = Budget.of(rules, directory, questionnaires, asked);
        this.directory = directory;
        this.silenceDays = silenceDays;
    }

    /**
     * Returns the lines to print.
     *
     * @param hospital code of the one hospital to show; empty for one that is not singled out
     * @param number how many hospitals somebody watches; empty for those of the hospitals' file
     * @param units units watched at each
     * @param want how often is bearable, such as {@code 1-per-month}
     * @throws IllegalArgumentException where {@code want} can't be read
     */
    public List<String> of(Optional<String> hospital, Optional<Integer> number, int units, Optional<String> want) {
        Optional<BearableRate> bearable = want.map(BearableRate::parse);
        Place one = hospital.map(budget::hospital).orElseGet(budget::anyHospital);
        var watched = new WatchedPlaces(one, units, many(number), named(number));
        List<String> lines = new ArrayList<>(BudgetReport.of(budget, watched, silenceDays));
        bearable.ifPresent(each -> {
            lines.add("");
            lines.addAll(each.advice(budget, watched));
        });
        return lines;
    }

    private List<Place> many(Optional<Integer> number) {
        return number.map(count -> Collections.nCopies(count, budget.anyHospital()))
                .orElseGet(() -> budget.hospitals(directory.listed()));
    }

    private String named(Optional<Integer> number) {
        int count = number.orElse(directory.listed().size());
        return count + (count == 1 ? " hospital" : " hospitals") + (number.isPresent() ? "" : " of the file");
    }
}
