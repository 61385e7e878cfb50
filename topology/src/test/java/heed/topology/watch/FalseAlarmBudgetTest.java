package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class FalseAlarmBudgetTest {

    @Test
    void givesHalfOfOneAYearToTheOverallMeasureAndHalfToTheOthersTogether() {
        // When
        WatchRule overall = FalseAlarmBudget.YEARLY.overall();
        WatchRule other = FalseAlarmBudget.YEARLY.eachOfOthers(4);

        // Then
        assertThat(overall).isEqualTo(new WatchRule(730));
        assertThat(other).isEqualTo(new WatchRule(2_920));
        assertThat(1 / overall.targetDays() + 4 / other.targetDays()).isCloseTo(1 / 365.0, Assertions.within(1e-15));
    }

    @Test
    void holdsEachOfTwoHundredHospitalsToSixThousandDaysForOneAMonth() {
        // When
        WatchRule rule = new FalseAlarmBudget(365 / 12.0).eachOf(200);

        // Then
        assertThat(rule.targetDays()).isCloseTo(6_083, Assertions.within(.5));
    }

    @Test
    void refusesWhatNoOneCanMean() {
        assertThatThrownBy(() -> new FalseAlarmBudget(0.9))
                .hasMessage("Days between false alarms of a budget must be 1 to 36,500, was 0.9");
        assertThatThrownBy(() -> new FalseAlarmBudget(36_501)).hasMessageEndingWith("was 36501.0");
        assertThatThrownBy(() -> new FalseAlarmBudget(Double.NaN)).hasMessageEndingWith("was NaN");
        assertThatThrownBy(() -> FalseAlarmBudget.YEARLY.eachOfOthers(0))
                .hasMessage("A budget is shared by at least one key, was 0");
        assertThatThrownBy(() -> new WatchRule(0.5))
                .hasMessage("Days between false alarms of a key must be 1 to 1,000,000, was 0.5");
        assertThatThrownBy(() -> new WatchRule(Double.POSITIVE_INFINITY)).hasMessageEndingWith("was Infinity");
    }

    @Test
    void takesTheLimitsThemselves() {
        assertThat(new FalseAlarmBudget(1).overall().targetDays()).isEqualTo(2);
        assertThat(new FalseAlarmBudget(36_500).eachOf(2).targetDays()).isEqualTo(73_000);
        assertThat(new WatchRule(1).targetDays()).isEqualTo(1);
        assertThat(new WatchRule(1_000_000).targetDays()).isEqualTo(1_000_000);
    }
}
