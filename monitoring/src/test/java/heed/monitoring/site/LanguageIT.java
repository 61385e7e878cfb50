package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads pages in the language that an address, a cookie or a browser asks for. */
class LanguageIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private final PageFixture page = new PageFixture(3);

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpRequest request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address(path)));
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(request(path, headers), HttpResponse.BodyHandlers.ofString());
    }

    private static String language(HttpResponse<String> answer) {
        return Parsed.page(answer.body()).one("html").attribute("lang");
    }

    @Test
    void isInTheLanguageOfTheAddressThenOfTheCookieThenOfTheBrowser() throws Exception {
        // When
        HttpResponse<String> first = get("/drops");
        HttpResponse<String> asked = get("/drops?order=new&lang=cy", "Cookie", "heed-language=en");
        HttpResponse<String> kept = get("/drops", "Cookie", "heed-language=cy", "Accept-Language", "en");
        HttpResponse<String> preferred = get("/nowhere", "Accept-Language", "cy-GB,en;q=0.5");
        HttpResponse<String> unknown = get("/drops?lang=fr", "Cookie", "heed-language=%22");

        // Then
        assertThat(List.of(language(first), language(unknown))).containsOnly("en-GB");
        assertThat(List.of(language(asked), language(kept), language(preferred)))
                .containsOnly("cy");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(asked.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("heed-language=cy;")
                .contains("Path=/", "SameSite=Lax");
        assertThat(asked.headers().allValues("Vary")).contains("Cookie, Accept-Language");
        assertThat(Parsed.page(first.body()).links("Cymraeg")).containsExactly("/drops?lang=cy");
        assertThat(Parsed.page(asked.body()).links("English")).containsExactly("/drops?order=new&lang=en");
    }

    @Test
    void leadsNobodyElsewhereByTheLinkToTheOtherLanguage() throws Exception {
        // When
        HttpResponse<String> answer = get("//evil.example/");

        // Then
        assertThat(Parsed.page(answer.body()).links("Cymraeg")).containsExactly("/?lang=cy");
    }

    @Test
    void aPageThatRenewsItselfDoesNotChooseForTheBrowser() throws Exception {
        // When
        HttpResponse<String> renewed = get("/drops?lang=cy", "Heed-By-Itself", "yes", "Cookie", "heed-language=en");

        // Then
        assertThat(language(renewed)).isEqualTo("cy");
        assertThat(renewed.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void saysInWelshThatAPageForWhoeverRunsHeedIsInEnglish() throws Exception {
        // When
        Parsed pipeline = Parsed.page(get("/pipeline?lang=cy").body());

        // Then
        assertThat(pipeline.texts("main > p")).first().asString().contains("Yn Saesneg yn unig");
        assertThat(pipeline.texts("main > [lang=en-GB] h1")).hasSize(1);
    }

    @Test
    void tellsNewsInTheLanguageOfThePage() {
        // Given
        List<String> lines = new CopyOnWriteArrayList<>();

        // When
        var unused = client.sendAsync(
                        request("/events", "Cookie", "heed-language=cy"), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));

        // Then
        await().untilAsserted(() -> assertThat(lines)
                .anySatisfy(
                        line -> assertThat(line).contains("\"text\":\"Byw, ar ").doesNotContain("Live")));
    }
}
