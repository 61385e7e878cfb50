package heed.app.wording;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.app.explain.Explanation;
import heed.app.tail.RecordJson;
import heed.monitoring.site.PageFixture;
import heed.schemas.Drop;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.watch.MadeDrops;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One drop, one wording: topic, page, API, explain, tail, metrics and alert say the same words and numbers of it. */
class OneWordingIT {

    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern RARITY =
            Pattern.compile("once (?:a (?:year|month)|in [0-9.,]+ (?:days|months|years))");
    private static final Pattern WELSH =
            Pattern.compile("lai nag unwaith (?:y (?:mis|flwyddyn)|mewn \\d+ (?:mis|fis|flynedd|blynedd|mlynedd))");
    private static final String BUDGET = "once in 2 years";

    private static PageFixture page;

    @BeforeAll
    static void start() {
        page = new PageFixture(5);
        page.model.put(aDay("2026-03-04").positive(18, 20));
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, once in 6 months, lai nag unwaith mewn 6 mis, .84, .93, 93% to 84%, 2, moderate",
        "0.97, once in 11 months, lai nag unwaith mewn 11 mis, .84, .93, 93% to 84%, 2, moderate",
        "1, once a year, lai nag unwaith y flwyddyn, .84, .93, 93% to 84%, 2, moderate",
        "1.5, once a year, lai nag unwaith y flwyddyn, .845, .93, 93% to 85%, 2, moderate",
        "1.9, once a year, lai nag unwaith y flwyddyn, .906, .9104, 91.0% to 90.6%, 1, minor",
        "2.42, once in 2 years, lai nag unwaith mewn 2 flynedd, .9, .95, 95% to 90%, 1, minor",
        "5.99, once in 5 years, lai nag unwaith mewn 5 mlynedd, .781, .912, 91% to 78%, 3, major",
        "14, once in 10 years, lai nag unwaith mewn 10 mlynedd, .781, .912, 91% to 78%, 3, major",
        "49.9, once in 20 years, lai nag unwaith mewn 20 mlynedd, .6, .9, 90% to 60%, 4, severe",
        "160, once in 100 years, lai nag unwaith mewn 100 mlynedd, .6, .9, 90% to 60%, 4, severe",
        "1000, once in 100 years, lai nag unwaith mewn 100 mlynedd, .6, .9, 90% to 60%, 4, severe",
    })
    void saysTheSameOfOneDropEverywhere(
            double evidenceYears,
            String rarity,
            String welsh,
            double score,
            double baseline,
            String change,
            int level,
            String severity)
            throws Exception {
        // Given
        Drop drop = MadeDrops.opened(evidenceYears, score, baseline);
        page.model.put(drop);
        page.model.publish();

        // When
        String html = text("/drops/" + drop.getDropId());
        String inWelsh = text("/drops/" + drop.getDropId() + "?lang=cy");
        String card = text("/");
        JsonNode api = new ObjectMapper()
                .readTree(get("/api/v1/drops/" + drop.getDropId()))
                .path("data")
                .path("drop");
        String explain = String.join(
                "\n",
                new Explanation(
                                drop,
                                Optional.empty(),
                                Optional.empty(),
                                HospitalDirectory.empty(),
                                Questionnaires.shipped())
                        .english());
        JsonNode tail = RecordJson.of(drop);
        String metrics = get("/metrics");

        // Then
        assertThat(rarities(drop.getSentenceEn())).containsOnly(rarity);
        assertThat(rarities(html)).containsOnly(rarity, BUDGET).contains(rarity);
        assertThat(rarities(card)).containsOnly(rarity);
        assertThat(rarities(explain)).containsOnly(rarity, BUDGET).contains(rarity);
        assertThat(List.of(drop.getSentenceCy(), inWelsh))
                .allSatisfy(said -> assertThat(found(WELSH, said)).containsOnly(welsh));
        assertThat(html).contains(drop.getSentenceEn(), "fell from " + change, severity + " drop");
        assertThat(explain).startsWith(drop.getSentenceEn());
        assertThat(explain).contains(api.path("others_en").textValue());
        for (String figure : change.split(" to ", -1)) {
            assertThat(drop.getSentenceEn()).contains(figure.replace("%", ""));
            assertThat(explain).contains(" " + figure + " ");
            assertThat(card).contains(figure);
        }
        assertThat(explain).containsPattern("severity +" + severity);
        assertThat(api.path("sentence_en").textValue()).isEqualTo(drop.getSentenceEn());
        assertThat(api.path("rarity").textValue()).isEqualTo("less than " + rarity);
        assertThat(tail.path("sentence_cy").textValue()).isEqualTo(drop.getSentenceCy());
        assertThat(metrics)
                .contains("heed_drop_severity_level{hospital=\"H1\",measure=\"fft-2020.positive\"} " + level + ".0");
        assertThat(alert(level)).isEqualTo(severity);
    }

    private static List<String> rarities(String said) {
        return found(RARITY, said);
    }

    private static List<String> found(Pattern what, String said) {
        List<String> found = new ArrayList<>();
        Matcher matcher = what.matcher(said);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Returns the word that the alert's text has for a value of the metric. */
    private static String alert(int level) throws IOException {
        String rules = Files.readString(Path.of("..", "monitoring", "prometheus", "rules", "alerts.yml"));
        Matcher word =
                Pattern.compile("eq \\$value " + level + "\\.0 }}([a-z]+)").matcher(rules);
        assertThat(word.find()).isTrue();
        return word.group(1);
    }

    private static String text(String path) throws Exception {
        return TAG.matcher(get(path)).replaceAll("").replace("&#39;", "'").replace("&quot;", "\"");
    }

    private static String get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(page.address(path))).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
