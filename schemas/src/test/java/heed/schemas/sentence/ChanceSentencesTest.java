package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropTurn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceSentencesTest {

    @Test
    void countsAFallWithinLearningByMeasuresAndNotByYears() {
        // Given
        Instant at = Instant.parse("2026-03-20T10:00:00Z");
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.FOUND_IN_LEARNING)
                .setTurns(List.of(new DropTurn(at, DropPhase.FOUND_IN_LEARNING, .78, at)))
                .build();

        // When
        List<DropFact> facts = DropFact.rarity(drop);

        // Then
        assertThat(facts)
                .filteredOn(fact -> fact.name().equals("rarity"))
                .extracting(DropFact::value)
                .containsExactly("at one measure in 50, when learning ends");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0822, a month, y mis",
        "0.17, in 2 months, mewn 2 fis",
        "0.999, in 12 months, mewn 12 mis",
        "1, a year, y flwyddyn",
        "2.99, in 2 years, mewn 2 flynedd",
        "3, in 3 years, mewn 3 blynedd",
        "4.2, in 4 years, mewn 4 blynedd",
        "5, in 5 years, mewn 5 mlynedd",
        "6, in 6 years, mewn 6 blynedd",
        "9.9, in 9 years, mewn 9 mlynedd",
        "19.9, in 10 years, mewn 10 mlynedd",
        "16.7, in 10 years, mewn 10 mlynedd",
        "1e9, in 100 years, mewn 100 mlynedd",
    })
    void roundsDownHowRareItIsAndMutatesTheNounAfterTheNumber(double years, String english, String welsh) {
        // When
        Rarity rarity = Rarity.of(ExampleDrop.drop().setEvidenceYears(years).build());

        // Then
        assertThat(rarity.english()).isEqualTo("less than once " + english);
        assertThat(rarity.once()).isEqualTo("once " + english);
        assertThat(rarity.welsh()).isEqualTo("lai nag unwaith " + welsh);
    }
}
