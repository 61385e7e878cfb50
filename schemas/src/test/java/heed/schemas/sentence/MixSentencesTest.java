package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a drop's sentence says of who answered. */
class MixSentencesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final DropSentences sentences = new DropSentences(
            HospitalDirectory.of(List.of(new Hospital("H1", "Example Hospital", LONDON)), LONDON),
            Questionnaires.shipped());

    @Test
    void saysThatOthersAnsweredWhereThatExplainsTheDrop() {
        // Given
        Drop byChannel = ExampleDrop.drop()
                .setMix(List.of(
                        check(MixDimension.CHANNEL, MixVerdict.EXPLAINED),
                        check(MixDimension.AGE_BAND, MixVerdict.EXPLAINED)))
                .build();
        Drop byLanguage = ExampleDrop.drop()
                .setMix(List.of(
                        check(MixDimension.CHANNEL, MixVerdict.REMAINS),
                        check(MixDimension.LANGUAGE, MixVerdict.EXPLAINED)))
                .build();
        Drop byAge = ExampleDrop.drop()
                .setMix(List.of(check(MixDimension.AGE_BAND, MixVerdict.EXPLAINED)))
                .build();

        // When // Then
        assertThat(sentences.english(byChannel))
                .endsWith("once in 2 years. But who answered changed: among people who answer in the same way, such as "
                        + "on paper or by text message, scores are much as before.");
        assertThat(sentences.welsh(byChannel))
                .endsWith(
                        "mewn 2 flynedd. Ond pobl wahanol a atebodd: ymhlith pobl sy'n ateb yn yr un ffordd, er "
                                + "enghraifft ar bapur neu drwy neges destun, mae'r sgorau'n debyg i'r hyn oedden nhw o'r blaen.");
        assertThat(sentences.english(byLanguage))
                .endsWith(" But who answered changed: among people who answer in the same language, scores are much as "
                        + "before.");
        assertThat(sentences.welsh(byLanguage))
                .endsWith(
                        " Ond pobl wahanol a atebodd: ymhlith pobl sy'n ateb yn yr un iaith, mae'r sgorau'n debyg i'r "
                                + "hyn oedden nhw o'r blaen.");
        assertThat(sentences.english(byAge))
                .endsWith(
                        " But who answered changed: among people who are of the same age, scores are much as before.");
        assertThat(sentences.welsh(byAge))
                .endsWith(
                        " Ond pobl wahanol a atebodd: ymhlith pobl o'r un oed, mae'r sgorau'n debyg i'r hyn oedden nhw "
                                + "o'r blaen.");
    }

    @ParameterizedTest
    @EnumSource(value = MixVerdict.class, names = "EXPLAINED", mode = EnumSource.Mode.EXCLUDE)
    void excusesNoDropThatIsNotExplained(MixVerdict verdict) {
        // Given
        Drop drop = ExampleDrop.drop()
                .setMix(List.of(check(MixDimension.CHANNEL, verdict)))
                .build();

        // When // Then
        assertThat(sentences.english(drop)).endsWith("once in 2 years.");
        assertThat(sentences.welsh(drop)).endsWith("mewn 2 flynedd.");
    }

    private static MixCheck check(MixDimension dimension, MixVerdict verdict) {
        return MixCheck.newBuilder()
                .setDimension(dimension)
                .setFall(.13)
                .setFallHeld(.01)
                .setCovered(.97)
                .setNBefore(5_120L)
                .setNSince(163L)
                .setVerdict(verdict)
                .build();
    }
}
