package heed.schemas.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.WatchTime;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HospitalDirectoryTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void readsNamesWithCommasAndZonesThatMayBeEmpty() throws IOException {
        // When
        List<Hospital> read = HospitalCsv.read(
                "hospitals.csv",
                new StringReader(
                        "\uFEFFcode,name,zone\r\nRJ1,\"Guy's, and St Thomas'\",\r\n\r\nX-9,Far,Asia/Tokyo\r\n"),
                LONDON);
        // Then
        assertThat(read)
                .containsExactly(
                        new Hospital("RJ1", "Guy's, and St Thomas'", LONDON),
                        new Hospital("X-9", "Far", ZoneId.of("Asia/Tokyo")));
    }

    @Test
    void callsAHospitalThatIsNotListedByItsCode() {
        // Given
        Hospital listed = new Hospital("X-9", "Far", ZoneId.of("Asia/Tokyo"));
        HospitalDirectory directory = HospitalDirectory.of(List.of(listed), LONDON);
        // When // Then
        assertThat(directory.byCode("X-9")).isEqualTo(listed);
        assertThat(directory.byCode("RJ1")).isEqualTo(new Hospital("RJ1", "RJ1", LONDON));
        assertThat(HospitalDirectory.empty().byCode("RJ1").zone()).isEqualTo(LONDON);
    }

    @Test
    void namesEveryFaultWithItsLine() {
        // When // Then
        assertThat(problems("code,name\nRJ 1,,Europe/Paris\nRJ2,Two,Europe/Londn\nRJ3,Three\nRJ2,Again,\n"))
                .containsExactly(
                        "hospitals.csv:1: the first line must be code,name,zone, and of watch_time, false_alarm_days, region"
                                + " what you have, was 'code,name'",
                        "hospitals.csv:2: code must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'RJ 1'",
                        "hospitals.csv:2: hospital 'RJ 1' has no name",
                        "hospitals.csv:3: zone must be a name of the time zone database such as Europe/London, was"
                                + " 'Europe/Londn'",
                        "hospitals.csv:4: needs 3 columns as the first line has, has 2; all but code and name may be empty",
                        "hospitals.csv:5: hospital 'RJ2' is listed twice, first on line 3");
    }

    @Test
    void refusesNamesThatDoNotReadAsTheyAreWritten() {
        // When // Then
        assertThat(problems("code,name,zone\nH1,St\u202E Mary,\nH2,\"St\nMary\",\nH3," + "n".repeat(201) + ",\nH4,"
                        + "n".repeat(200) + ",\nH5," + "\uD83D\uDC4D".repeat(200) + ",\n"))
                .hasSize(3)
                .allSatisfy(problem -> assertThat(problem).contains("must be at most 200 characters on one line"));
    }

    @Test
    void readsTheFurtherColumnsInAnyOrderAndEmptyOnesAsNotSaid() throws IOException {
        // When
        List<Hospital> read = HospitalCsv.read(
                "hospitals.csv",
                new StringReader(
                        """
                        code,name,zone,region,false_alarm_days,watch_time
                        RJ1,One,,South East,30,arrival
                        RJ2,Two,,,73000,given
                        RJ3,Three,,"Wales, north",,
                        """),
                LONDON);
        // Then
        assertThat(read)
                .containsExactly(
                        new Hospital(
                                "RJ1",
                                "One",
                                LONDON,
                                Optional.of(WatchTime.ARRIVAL),
                                OptionalInt.of(30),
                                Optional.of("South East")),
                        new Hospital(
                                "RJ2",
                                "Two",
                                LONDON,
                                Optional.of(WatchTime.GIVEN),
                                OptionalInt.of(73_000),
                                Optional.empty()),
                        new Hospital(
                                "RJ3",
                                "Three",
                                LONDON,
                                Optional.empty(),
                                OptionalInt.empty(),
                                Optional.of("Wales, north")));
    }

    @Test
    void namesEveryFaultOfTheFurtherColumns() {
        // Given
        String longRegion = "r".repeat(61);
        // When // Then
        assertThat(problems("code,name,zone,wach_time,region,region\nRJ1,One,,given,Wales,Wales\nRJ2,Two,\n"))
                .containsExactly(
                        "hospitals.csv:1: no such column: 'wach_time'; the nearest is watch_time",
                        "hospitals.csv:1: column region is there twice",
                        "hospitals.csv:3: needs 6 columns as the first line has, has 3; all but code and name may be"
                                + " empty");
        assertThat(problems("code,name,zone,watch_time,false_alarm_days,region\nRJ1,One,,Given,29,Wales\n"
                        + "RJ2,Two,,,73001," + longRegion + "\nRJ3,Three,,,half,\"North\nWest\"\n"))
                .containsExactly(
                        "hospitals.csv:2: watch_time must be given, arrival or empty, was 'Given'",
                        "hospitals.csv:2: false_alarm_days must be a whole number from 30 to 73000 or empty, was '29'",
                        "hospitals.csv:3: false_alarm_days must be a whole number from 30 to 73000 or empty, was"
                                + " '73001'",
                        "hospitals.csv:3: region must be a name of at most 60 characters on one line, was '"
                                + longRegion + "'",
                        "hospitals.csv:5: false_alarm_days must be a whole number from 30 to 73000 or empty, was"
                                + " 'half'",
                        "hospitals.csv:5: region must be a name of at most 60 characters on one line, was"
                                + " 'North\nWest'");
    }

    @Test
    void saysWhatToDoWithAFileInAnotherEncoding(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.write(
                folder.resolve("hospitals.csv"),
                "code,name,zone\nRJ1,Ysbyty Gl\u00e2n,\n".getBytes(StandardCharsets.ISO_8859_1));
        // When // Then
        assertThatThrownBy(() -> HospitalDirectory.read(file, LONDON))
                .isInstanceOf(HospitalException.class)
                .hasMessageContaining("not text in UTF-8; save the file in that encoding");
    }

    @Test
    void saysSoOfAnEmptyFileABrokenQuoteAndAFileThatIsNotThere(@TempDir Path folder) {
        // When // Then
        assertThat(problems(""))
                .containsExactly("hospitals.csv:1: the file is empty; its first line must be code,name,zone");
        assertThat(problems("code,name,zone\nRJ1,\"One\" more,\n"))
                .singleElement()
                .asString()
                .startsWith("hospitals.csv:2: not CSV: ");
        assertThatThrownBy(() -> HospitalDirectory.read(folder.resolve("absent.csv"), LONDON))
                .isInstanceOf(HospitalException.class)
                .hasMessageContaining("absent.csv: cannot be read");
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(
                        HospitalException.class,
                        () -> HospitalCsv.read("hospitals.csv", new StringReader(text), LONDON))
                .problems();
    }
}
