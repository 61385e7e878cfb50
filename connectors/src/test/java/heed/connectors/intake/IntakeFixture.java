package heed.connectors.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import heed.connectors.FakeWriter;
import heed.connectors.deidentify.IdentifierKind;
import heed.connectors.fhir.FhirMappings;
import heed.connectors.form.Forms;
import heed.connectors.submission.CommentFixture;
import heed.connectors.webhook.Webhooks;
import heed.connectors.words.FakeCommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.ProgramKey;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.listen.Reach;
import heed.schemas.program.Programs;
import heed.schemas.questionnaire.Questionnaires;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Runs an intake on a free port and speaks HTTP to it. */
final class IntakeFixture implements AutoCloseable {

    static final String A = "aaaaaaaa-0000-4000-8000-000000000000";
    static final String B = "bbbbbbbb-0000-4000-8000-000000000000";
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00.123456Z");

    private static final HospitalDirectory HOSPITALS = HospitalDirectory.of(
            List.of(new Hospital("RQX", "Homerton", HospitalDirectory.DEFAULT_ZONE)), HospitalDirectory.DEFAULT_ZONE);

    private final HttpClient client = HttpClient.newHttpClient();
    private final CountingObserver observer = new CountingObserver();
    private FakeCommentWriter comments = FakeCommentWriter.acknowledging();
    private IntakeServer server;
    private Optional<Programs> programs = Optional.empty();
    private Webhooks webhooks = Webhooks.none();
    private FhirMappings fhir = FhirMappings.none();
    private Optional<Forms> forms = Optional.empty();

    @Override
    public void close() {
        server.close();
    }

    String url() {
        return server.url();
    }

    List<String> seen() {
        return observer.seen;
    }

    CompletableFuture<HttpResponse<String>> sendLater(HttpRequest.Builder request) {
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    /** Asks senders for one of these keys, by their digests, from when it starts on. */
    void asksFor(Map<String, ProgramKey> keys) {
        programs = Optional.of(new Programs(() -> keys, Clock.fixed(NOON, ZoneOffset.UTC)));
    }

    /** Serves a form, from when it starts on. */
    void serves(Forms those) {
        forms = Optional.of(those);
    }

    /** Takes the deliveries that a file says, from when it starts on. */
    void takes(Webhooks those) {
        webhooks = those;
    }

    /** Takes responses as FHIR has them, from when it starts on. */
    void takes(FhirMappings those) {
        fhir = those;
    }

    FakeCommentWriter comments() {
        return comments;
    }

    /** Has comments go to {@code writer}, from when it starts on. */
    void commentsGoTo(FakeCommentWriter writer) {
        comments = writer;
    }

    void start(FakeWriter writer) {
        start(writer, config(200, 64, Duration.ofMillis(300)));
    }

    void start(FakeWriter writer, IntakeConfig config) {
        var ids = new AtomicLong();
        server = IntakeServer.start(
                config,
                new IntakeParts(
                        Questionnaires.shipped(),
                        HOSPITALS,
                        any -> true,
                        new SubmissionWriter(writer, comments),
                        CommentFixture.reader(),
                        observer,
                        programs,
                        webhooks,
                        fhir,
                        forms,
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        () -> new UUID(0, ids.incrementAndGet())));
    }

    static IntakeConfig config(int burst, int inFlight, Duration ackTimeout) {
        return config(burst, inFlight, ackTimeout, Reach.direct());
    }

    static IntakeConfig config(int burst, int inFlight, Duration ackTimeout, Reach reach) {
        return new IntakeConfig(
                "127.0.0.1", 0, List.of("intake.example"), reach, ackTimeout, Duration.ofDays(45), 1, burst, inFlight);
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(request(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String body) {
        return request(BodyPublishers.ofString(body), "application/json");
    }

    HttpRequest.Builder request(BodyPublisher body, String type) {
        return HttpRequest.newBuilder(URI.create(server.url()))
                .header("Content-Type", type)
                .POST(body);
    }

    HttpRequest.Builder chunked(String body) {
        return request(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(UTF_8))), "application/json");
    }

    int status(String type, String encoding) throws IOException, InterruptedException {
        return send(request(BodyPublishers.ofString(response(A)), type).header("Content-Encoding", encoding))
                .statusCode();
    }

    String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.getBytes(UTF_8));
            byte[] answer = socket.getInputStream().readNBytes(20);
            return new String(answer, UTF_8);
        }
    }

    /** Sends a response from an address of this machine, and returns the status of the answer. */
    int statusFrom(String address, String body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.port(), InetAddress.getByName(address), 0)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST /feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                            .getBytes(UTF_8));
            return status(socket);
        }
    }

    /** Begins a request, breaks it off, and returns the status of the answer. */
    int statusOfBrokenOff() throws IOException {
        try (Socket socket = trickle("[{\"hospital\"")) {
            socket.setSoTimeout(10_000);
            socket.shutdownOutput();
            return status(socket);
        }
    }

    private static int status(Socket socket) throws IOException {
        byte[] line = socket.getInputStream().readNBytes(12);
        return Integer.parseInt(new String(line, UTF_8).substring(9));
    }

    /** Begins a request whose body never comes to its end. */
    Socket trickle(String beginning) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.getOutputStream()
                .write(("POST /feedback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 1000\r\n\r\n" + beginning)
                        .getBytes(UTF_8));
        return socket;
    }

    static String response(String id) {
        return (id == null ? "{" : "{\"feedback_id\": \"" + id + "\", ")
                + "\"hospital\": \"R1H\", \"questionnaire\": \"fft-2020\", \"given_at\": \"2026-04-01T12:00:00Z\","
                + " \"answers\": {\"overall\": \"good\"}}";
    }

    static String padded(int bytes) {
        String response = response(A);
        return response + " ".repeat(bytes - response.length());
    }

    private static final class CountingObserver implements IntakeObserver {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void accepted(int responses) {
            seen.add("accepted " + responses);
        }

        @Override
        public void refused(int status) {
            seen.add("refused " + status);
        }

        @Override
        public void commentKept(Map<IdentifierKind, Integer> takenOut) {
            seen.add("comment kept " + new TreeMap<>(takenOut));
        }

        @Override
        public void commentRefused() {
            seen.add("comment refused");
        }
    }
}
