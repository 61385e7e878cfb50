package heed.monitoring.site;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ThemeFixture.aThemeRise;
import static heed.monitoring.ThemeFixture.aThemeWeek;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import heed.monitoring.Simulated;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.page.access.MailStop;
import heed.monitoring.page.access.UnsubscribeRoutes;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.web.Guard;
import heed.monitoring.web.ProgramViewers;
import heed.schemas.Audience;
import heed.schemas.Comment;
import heed.schemas.KeyPurpose;
import heed.schemas.Rated;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.key.PlaceKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a page as each role, and as each kind of program, at each of three hospitals that all have something to tell.
 */
final class RightsFixture implements AutoCloseable {

    static final List<String> HOSPITALS = List.of("SIM-A", "SIM-B", "SIM-C");
    /** What was noted of a ward at each, which no viewer of another ward reads. */
    static final String OTHER_WARD = "Painters on the second ward";

    private static final String WHO = "Test-Viewer";
    static final String NOBODY = "nobody";
    private static final Viewer NOTHING = Viewer.withoutRights();
    /** What of each role is asked: where it is for named places, those of one hospital at a time. */
    final Map<String, Viewer> viewers = new HashMap<>(Map.of(NOBODY, Viewer.nobody()));

    /** What programs send; to a key all but its own addresses is closed. */
    private final Map<String, String[]> programs = new HashMap<>();

    private int notes = 1;
    private final KeysInMemory keys = new KeysInMemory();
    final List<String> stopped = new CopyOnWriteArrayList<>();
    private final MailStop mails = new MailStop() {

        @Override
        public Optional<String> route(String link) {
            return link.equals("good-link") ? Optional.of("ward-7") : Optional.empty();
        }

        @Override
        public boolean stop(String link) {
            stopped.add(link);
            return true;
        }
    };
    final PageFixture page = new PageFixture(
            200,
            new ProgramViewers(
                    keys.programs,
                    request ->
                            requireNonNull(viewers.get(request.header(WHO)), "every request says as whom it is sent")),
            List.of(new UnsubscribeRoutes(mails)));
    private final HttpClient client = HttpClient.newHttpClient();

    RightsFixture() {
        for (Role role : Role.values()) {
            for (String hospital : HOSPITALS) {
                viewers.put(role.code() + "@" + hospital, Viewer.of(Rights.of(role, scope(role, hospital))));
            }
        }
        for (String hospital : HOSPITALS) {
            viewers.put(
                    "reader@" + hospital,
                    Viewer.of(Rights.of(Role.LEAD, Scope.of(hospital)).granting(Set.of(Right.COMMENTS))));
            page.comments.add(Comment.newBuilder()
                    .setFeedbackId("comment-" + hospital)
                    .setRevision(1)
                    .setHospital(hospital)
                    .setUnit("W1")
                    .setQuestion(null)
                    .setLanguage(null)
                    .setRated(Rated.GOOD)
                    .setText("What was written at " + hospital)
                    .setGivenAt(Simulated.NOW)
                    .build());
            addKey("key-read", KeyPurpose.READ, hospital, Viewer.of(Rights.of(Role.ANALYST, Scope.of(hospital))));
            addKey("key-metrics", KeyPurpose.METRICS, hospital, NOTHING);
            addKey("key-intake", KeyPurpose.INTAKE, hospital, NOTHING);
        }
        int answers = 7771;
        for (String hospital : HOSPITALS) {
            String measure = "experience-1.overall";
            page.model.put(aDay(Simulated.TODAY).at(hospital).measure(measure).positive(6000, answers));
            page.model.put(aDay(Simulated.TODAY)
                    .at(hospital)
                    .unit("W1")
                    .measure(measure)
                    .positive(6000, answers++));
            String id = dropId(hospital);
            page.model.put(aDrop().id(id)
                    .at(hospital)
                    .measure(measure)
                    .with(drop -> drop.setAudience(Audience.PUBLISHED))
                    .open());
            page.model.put(aDrop().id(id + "-w1")
                    .at(hospital)
                    .unit("W1")
                    .measure(measure)
                    .with(drop -> drop.setAudience(Audience.INTERNAL))
                    .open());
            page.model.put(aRise(hospital, RiseState.OPEN));
            page.model.put(aThemeWeek(hospital, "2026-W09", null, 10));
            page.model.put(aThemeRise(hospital, "food"));
            page.model.put(aSilence(hospital, null, SilenceState.OPEN));
            note(hospital, null, "Seen over " + dropId(hospital));
            note(hospital, "W1", "Seen on the ward of " + dropId(hospital));
            note(hospital, "W2", OTHER_WARD);
        }
        var league = aLeague("experience-1.overall", "2026-02").done();
        HOSPITALS.forEach(hospital -> league.row(hospital, 90, 100));
        league.into(page.model);
        page.model.publish();
    }

    private void note(String hospital, @Nullable String unit, String text) {
        page.model.put(aNote("2026-02-10", text)
                .number(notes++)
                .with(note -> note.setHospital(hospital).setUnit(unit))
                .build());
    }

    private void addKey(String what, KeyPurpose purpose, String hospital, Viewer sees) {
        String who = what + "@" + hospital;
        programs.put(who, keys.add("heed_" + who, purpose, 100_000, hospital));
        viewers.put(who, sees);
    }

    private static Scope scope(Role role, String hospital) {
        return role == Role.WARD ? Scope.of(Set.of(new PlaceKey(hospital, "W1"))) : Scope.of(hospital);
    }

    private static String dropId(String hospital) {
        return "drop-" + hospital.substring(hospital.length() - 1).toLowerCase(Locale.ROOT);
    }

    /**
     * What was answered.
     *
     * @param allow which methods it says there are; empty where it says nothing of them
     */
    record Answer(int status, String allow, String body) {}

    Answer ask(String who, Guard.Guarded guarded, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address(path)))
                .headers(programs.getOrDefault(who, new String[] {WHO, who}));
        if (!guarded.method().equals("GET")) {
            boolean json = path.startsWith("/api/");
            request.header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                    .method(
                            guarded.method(),
                            HttpRequest.BodyPublishers.ofString(
                                    json
                                            ? "{\"kind\": \"ACKNOWLEDGED\", \"who\": \"Dr Rees\"}"
                                            : "kind=ACKNOWLEDGED&who=Dr+Rees"));
        }
        HttpResponse<InputStream> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            boolean endless =
                    answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Allow").orElse(""),
                    endless ? firstEvent(body) : text(body.readAllBytes()));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String firstEvent(InputStream events) throws IOException {
        StringBuilder told = new StringBuilder();
        while (!told.toString().endsWith("\n\n")) {
            told.append((char) events.read());
        }
        return told.toString();
    }

    /** Fills in what an address leaves open, as it is at one hospital. */
    static Set<String> paths(String path, String hospital) {
        Map<String, List<String>> values = Map.ofEntries(
                entry("link", List.of("good-link", "other-link")),
                entry("code", List.of(hospital)),
                entry("unit", List.of("W1")),
                entry("id", List.of(dropId(hospital), dropId(hospital) + "-w1")),
                entry("measure", List.of("experience-1.overall")),
                entry("questionnaire", List.of("experience-1")),
                entry("name", List.of("heed.css")),
                entry("runbook", List.of("HeedDropOpen")),
                entry("account", List.of("m.price")),
                entry("key", List.of("heed_read")),
                entry("document", List.of("settings")));
        Matcher open = Pattern.compile("\\{([a-z]+)}").matcher(path);
        if (!open.find()) {
            return Set.of(path);
        }
        Set<String> filled = new HashSet<>();
        requireNonNull(values.get(open.group(1)), "say here what " + path + " is asked with")
                .forEach(value -> filled.addAll(paths(path.replace(open.group(), value), hospital)));
        return filled;
    }

    @Override
    public void close() {
        page.close();
    }
}
