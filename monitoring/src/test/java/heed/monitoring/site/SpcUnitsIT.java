package heed.monitoring.site;

import static heed.monitoring.ScoreFixture.aMonth;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asks for the SPC charts of units, as their staff and as readers who are told of no unit. */
class SpcUnitsIT {

    private static final String FIGURES = "/hospitals/SIM-A?measure=experience-1.involvement";
    private static final String SPC = "/hospitals/SIM-A/spc?measure=experience-1.involvement";

    private final PageFixture staff = filled(Simulated.STAFF);
    private final PageFixture published = filled(Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21)));
    private final HttpClient client = HttpClient.newHttpClient();

    private static PageFixture filled(Disclosure disclosure) {
        PageFixture page = new PageFixture(3, request -> Viewer.everything(), disclosure);
        Simulated.scores(page.model);
        Simulated.weeks(page.model);
        page.model.put(aMonth("2025-11")
                .at("SIM-A")
                .measure("experience-1.involvement")
                .closed()
                .positive(90, 100));
        page.model.publish();
        return page;
    }

    @AfterEach
    void close() {
        staff.close();
        published.close();
    }

    private HttpResponse<String> get(PageFixture page, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(path))).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void leadsFromAUnitsFiguresToItsChartAndBack() throws Exception {
        // When
        Parsed figures = Parsed.page(get(staff, FIGURES + "&unit=WARD-1").body());
        Parsed chart = Parsed.page(get(staff, SPC + "&unit=WARD-1").body());

        // Then
        assertThat(figures.links("Show as an SPC chart (XmR)")).containsExactly(SPC + "&unit=WARD-1");
        assertThat(chart.texts("h1")).containsExactly("Involved in decisions at Ashcombe General, WARD-1 Simulated");
        assertThat(chart.count("svg.spc")).isEqualTo(1);
        assertThat(chart.one(".crumbs").links("WARD-1"))
                .containsExactly("/hospitals/SIM-A/wards/WARD-1?measure=experience-1.involvement");
    }

    @Test
    void saysThatThereIsNothingOfAUnitThatItDoesNotKnow() throws Exception {
        // When
        HttpResponse<String> page = get(staff, SPC + "&unit=%3Cb%3E");
        HttpResponse<String> whole = get(staff, SPC + "&unit=");

        // Then
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(Parsed.page(page.body()).text()).contains("There is nothing here");
        assertThat(Parsed.page(page.body()).count("main b")).isZero();
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).contains("of the whole hospital");
    }

    @Test
    void tellsReadersOfPublishedFiguresOfNoUnit() throws Exception {
        // When
        String whole = get(published, SPC).body();

        // Then
        assertThat(whole).contains("of the whole hospital").doesNotContain("WARD-1");
        assertThat(get(published, SPC + "&unit=WARD-1").statusCode()).isEqualTo(404);
        assertThat(get(published, "/api/v1" + SPC + "&unit=WARD-1").statusCode())
                .isEqualTo(404);
        assertThat(get(published, "/api/v1" + SPC + "&unit=WARD-1&format=csv").body())
                .contains("There is no such hospital or unit")
                .doesNotContain("WARD-1");
    }
}
