package heed.topology.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.rejected.RejectionReason;
import heed.topology.ChangelogFixture;
import heed.topology.response.MeasureCatalogue;
import heed.topology.row.RowWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a partition knows of its places outlives it, and counts as before. */
class KnownPlacesTest {

    private static final HospitalDirectory FILE = HospitalDirectory.of(
            List.of(new Hospital("L1", "Listed", HospitalDirectory.DEFAULT_ZONE)), HospitalDirectory.DEFAULT_ZONE);

    private final CompiledQuestionnaires shipped = compiled(Questionnaires.shipped());
    /** Of fft-2020 one measure is watched, of experience-1 five. */
    private final CompiledQuestionnaire fft = questionnaire(shipped, "fft-2020");

    private final CompiledQuestionnaire experience = questionnaire(shipped, "experience-1");
    private final KnownPlaces places = with(PlaceLimits.NONE);
    private final ChangelogFixture changelog = new ChangelogFixture();

    @Test
    void knowsThePlacesOfItsChangelogAlsoWhereAUnitsRowComesFirst() {
        // Given
        places.take(at("H1", "W1"), fft);
        changelog.commit(places);
        places.take(at("H1", null), experience);
        changelog.commit(places);

        // When
        KnownPlaces restored = changelog.restore(with(PlaceLimits.NONE));

        // Then
        assertThat(changelog.size()).isEqualTo(2);
        assertThat(restored.find(at("H1", "W1"), fft).unit()).isEqualTo("W1");
        assertThat(restored.find(at("H1", null), fft).isWhole()).isTrue();
        assertThat(restored.find(at("H1", null), experience).hospital()).isEqualTo("H1");
        assertThat(restored.find(at("H1", "W1"), experience)).isNull();
        assertThat(restored.find(at("H1", "W2"), fft)).isNull();
        assertThat(restored.find(at("H2", null), fft)).isNull();
    }

    @Test
    void countsWhatItRestoresAsItCountedIt() {
        // Given
        // One hospital, two places, seven watched measures of them; of a listed hospital only the unit counts.
        places.take(at("H1", "W1"), fft);
        places.take(at("H1", null), experience);
        places.take(at("L1", "W1"), fft);
        changelog.commit(places);

        // When
        KnownPlaces ofHospitals = changelog.restore(with(limits(2, 10, 10, 100)));
        KnownPlaces ofUnits = changelog.restore(with(limits(10, 2, 10, 100)));
        KnownPlaces ofPlaces = changelog.restore(with(limits(10, 10, 4, 100)));
        KnownPlaces ofKeys = changelog.restore(with(limits(10, 10, 10, 9)));

        // Then
        ofHospitals.take(at("H2", null), fft);
        assertRefused(ofHospitals, at("H3", null), fft, RejectionReason.TOO_MANY_HOSPITALS);
        ofUnits.take(at("H1", "W2"), fft);
        assertRefused(ofUnits, at("H1", "W3"), fft, RejectionReason.TOO_MANY_UNITS);
        ofPlaces.take(at("H1", "W2"), fft);
        assertRefused(ofPlaces, at("H1", "W3"), fft, RejectionReason.TOO_MANY_PLACES);
        ofKeys.take(at("L1", null), experience);
        ofKeys.take(at("H1", "W2"), fft);
        assertRefused(ofKeys, at("H1", "W3"), fft, RejectionReason.TOO_MANY_KEYS);
    }

    @Test
    void keepsWhatItKnowsWhereTheLimitsHaveBeenLoweredSince() {
        // Given
        places.take(at("H1", "W1"), fft);
        places.take(at("H1", "W2"), fft);
        places.take(at("H2", null), fft);
        changelog.commit(places);

        // When
        KnownPlaces restored = changelog.restore(with(limits(1, 1, 1, 1)));

        // Then
        assertThat(restored.find(at("H1", "W2"), fft).unit()).isEqualTo("W2");
        assertThat(restored.take(at("H1", "W1"), fft).unit()).isEqualTo("W1");
        assertThat(restored.take(at("H2", null), fft).hospital()).isEqualTo("H2");
        assertRefused(restored, at("H3", null), fft, RejectionReason.TOO_MANY_HOSPITALS);
        assertRefused(restored, at("H1", "W3"), fft, RejectionReason.TOO_MANY_UNITS);
        assertRefused(restored, at("H2", "W1"), fft, RejectionReason.TOO_MANY_PLACES);
        assertRefused(restored, at("H2", null), experience, RejectionReason.TOO_MANY_KEYS);
    }

    @Test
    void forgetsAQuestionnaireThatIsGoneAndKeepsThePlace() {
        // Given
        KnownPlaces restored = with(limits(1, 1, 1, 1));
        RowWriter row = new RowWriter();
        byte[] key = row.text("H1").text("").toBytes();
        byte[] value = row.clear().octet(1).text("gone-1").text("fft-2020").toBytes();

        // When
        restored.restore(key, value);

        // Then
        assertThat(restored.find(at("H1", null), fft).hospital()).isEqualTo("H1");
        assertRefused(restored, at("H2", null), fft, RejectionReason.TOO_MANY_HOSPITALS);
    }

    @Test
    void writesNothingAgainOfWhatItRestored() {
        // Given
        places.take(at("H1", "W1"), fft);
        changelog.commit(places);
        KnownPlaces restored = changelog.restore(with(PlaceLimits.NONE));
        ChangelogFixture after = new ChangelogFixture();

        // When
        after.commit(restored);

        // Then
        assertThat(after.size()).isZero();
    }

    @Test
    void shutsAHospitalOutThatItKnowsOnceTheFileIsTheListButForItsWithdrawals() {
        // Given
        places.take(at("H1", null), fft);
        places.take(at("L1", null), fft);
        changelog.commit(places);
        KnownPlaces restored = changelog.restore(with(new PlaceLimits(UnknownHospitals.REJECT, 10, 10, 10, 10)));
        FlatFeedback withdrawal = at("H1", null);
        withdrawal.withdrawn = true;

        // When // Then
        assertThat(restored.find(at("H1", null), fft)).isNull();
        assertRefused(restored, at("H1", null), fft, RejectionReason.UNKNOWN_HOSPITAL);
        assertThat(restored.find(withdrawal, fft).hospital()).isEqualTo("H1");
        assertThat(restored.find(at("L1", null), fft).hospital()).isEqualTo("L1");
    }

    private static void assertRefused(
            KnownPlaces places, FlatFeedback flat, CompiledQuestionnaire questionnaire, RejectionReason reason) {
        assertThatThrownBy(() -> places.take(flat, questionnaire))
                .isInstanceOfSatisfying(RejectedRecordException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }

    private static PlaceLimits limits(int hospitals, int units, int places, int keys) {
        return new PlaceLimits(UnknownHospitals.ACCEPT, hospitals, units, places, keys);
    }

    private KnownPlaces with(PlaceLimits limits) {
        return new KnownPlaces(limits, FILE, shipped);
    }

    private static CompiledQuestionnaires compiled(Questionnaires questionnaires) {
        return new CompiledQuestionnaires(questionnaires, new MeasureCatalogue(questionnaires));
    }

    private static CompiledQuestionnaire questionnaire(CompiledQuestionnaires compiled, String id) {
        byte[] code = id.getBytes(StandardCharsets.US_ASCII);
        return compiled.table().get(code, 0, code.length);
    }

    private static FlatFeedback at(String hospital, @Nullable String unit) {
        FlatFeedback flat = new FlatFeedback();
        flat.bytes = (hospital + (unit == null ? "" : unit)).getBytes(StandardCharsets.US_ASCII);
        flat.hospitalLength = hospital.length();
        flat.unitAt = hospital.length();
        flat.unitLength = unit == null ? -1 : unit.length();
        return flat;
    }
}
