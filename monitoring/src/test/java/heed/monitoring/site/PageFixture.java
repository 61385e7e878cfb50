package heed.monitoring.site;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedParts;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AuditInMemory;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.access.SessionLife;
import heed.monitoring.access.Sessions;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.meters.Meters;
import heed.monitoring.page.admin.Administration;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.readmodel.HeldComments;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.Guard;
import heed.monitoring.web.PageSettings;
import heed.monitoring.web.Routes;
import heed.monitoring.web.SmallBody;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.AccountState;
import heed.schemas.AuditKind;
import heed.schemas.Comment;
import heed.schemas.KeyPurpose;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.FalseShare;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.http.BodyReader;
import heed.schemas.listen.Reach;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs the page on a free port over a read model that a test writes to, with a pipeline that a test can stall. */
public final class PageFixture implements AutoCloseable {

    public final ReadModel model;
    public final List<Comment> comments = new CopyOnWriteArrayList<>();
    public final ActionsInMemory actions;
    final Meters meters;
    final SimulatedParts parts = new SimulatedParts();
    private final Site site;
    private final String address;
    private volatile PipelineStatus.Status status = PipelineStatus.Status.running(Instant.now());
    private volatile CountDownLatch frozen = new CountDownLatch(0);

    public PageFixture(int maximumStreams) {
        this(maximumStreams, PageFixture::everybody);
    }

    public PageFixture(int maximumStreams, Viewers viewers) {
        this(maximumStreams, viewers, Simulated.STAFF);
    }

    PageFixture(int maximumStreams, Viewers viewers, Disclosure disclosure) {
        this(maximumStreams, viewers, disclosure, SmallBody.reader());
    }

    PageFixture(int maximumStreams, Viewers viewers, Disclosure disclosure, BodyReader bodies) {
        this(0, maximumStreams, viewers, disclosure, bodies, models -> List.of(), Reach.direct());
    }

    /** Answers also at addresses of other routes. */
    PageFixture(int maximumStreams, Viewers viewers, List<? extends Routes> routes) {
        this(0, maximumStreams, viewers, Simulated.STAFF, SmallBody.reader(), models -> routes, Reach.direct());
    }

    /** Asks people who they are. */
    PageFixture(Viewers viewers, Function<ViewedModels, List<? extends Routes>> signIn) {
        this(viewers, signIn, Reach.direct());
    }

    /** Asks people who they are, and is reached in another way than by itself. */
    public PageFixture(Viewers viewers, Function<ViewedModels, List<? extends Routes>> signIn, Reach reach) {
        this(0, 20, viewers, Simulated.STAFF, SmallBody.reader(), signIn, reach);
    }

    /** Asks people who they are, at a port that somebody else has to know before it starts. */
    PageFixture(int port, Viewers viewers, Function<ViewedModels, List<? extends Routes>> signIn) {
        this(port, 20, viewers, Simulated.STAFF, SmallBody.reader(), signIn, Reach.direct());
    }

    /** Asks people who they are, and has administrators among them look after others. */
    PageFixture(Viewers viewers, Function<ViewedModels, List<? extends Routes>> signIn, Administration administration) {
        this(0, 20, viewers, Simulated.STAFF, SmallBody.reader(), signIn, Reach.direct(), administration);
    }

    private PageFixture(
            int port,
            int maximumStreams,
            Viewers viewers,
            Disclosure disclosure,
            BodyReader bodies,
            Function<ViewedModels, List<? extends Routes>> signIn,
            Reach reach) {
        this(port, maximumStreams, viewers, disclosure, bodies, signIn, reach, administration(new AuditTrail()));
    }

    private PageFixture(
            int port,
            int maximumStreams,
            Viewers viewers,
            Disclosure disclosure,
            BodyReader bodies,
            Function<ViewedModels, List<? extends Routes>> signIn,
            Reach reach,
            Administration administration) {
        model = new ReadModel(Clock.systemUTC(), disclosure);
        meters = new Meters(disclosure);
        actions = new ActionsInMemory(model);
        meters.bindReadModel(model, HospitalDirectory.empty(), PageFixture::reader);
        meters.bindPipeline(() -> status);
        meters.bindTallies(() -> Map.of(0, new TallySource.Tally(3, 2, 0, 0, 0, 0, Map.of("bad_unit", 1L))));
        var seen = new ViewedModels(
                model, viewers, Optional.of(() -> new HeldComments(comments, Instant.EPOCH, Simulated::themes)));
        var desk = new ActionDesk(actions, meters.bindActions(), Clock.systemUTC());
        site = new Site(
                new PageSettings(
                        "127.0.0.1",
                        port,
                        List.of("heed.example"),
                        reach,
                        "Published FFT figures, March 2026, OGL v3",
                        new FalseShare(.10),
                        maximumStreams),
                seen,
                new Names(Simulated.directory(), Questionnaires.shipped()),
                new PipelineSources(this::pipeline, PageFixture::reader, parts, Clock.systemUTC()),
                desk,
                meters,
                bodies,
                new Additions(
                        Stream.concat(signIn.apply(seen).stream(), administration.files().stream())
                                .toList(),
                        administration.pages(),
                        administration.forms(seen)));
        address = reach.scheme() + "://127.0.0.1:" + site.start();
    }

    /** Sees every page: at those of administrators as one of them, who see no other, and else as whoever sees all. */
    private static Viewer everybody(Context request) {
        return request.path().startsWith("/admin")
                ? Viewer.of(Rights.of(Role.ADMINISTRATOR, Scope.EVERYWHERE))
                : Viewer.everything();
    }

    static Administration administration(AuditTrail trail) {
        AuditInMemory.put(
                trail,
                AuditInMemory.entry(AuditKind.SIGNED_IN, "2026-03-01T14:00:00Z")
                        .setWho("m.price")
                        .build());
        AuditInMemory.put(
                trail,
                AuditInMemory.entry(AuditKind.DENIED, "2026-03-01T14:01:00Z")
                        .setWho("heed_read_Ab12... board-report")
                        .setAbout("/hospitals/{code}")
                        .setHospital("H2")
                        .setCameFrom("2001:db8:85a3:8d3:1319:8a2e:370:7348")
                        .setTimes(12)
                        .build());
        trail.publish();
        var access = new AccessInMemory();
        access.write(AccessInMemory.somebody("m.price", Role.LEAD, "H2|", "H3|W7")
                .setGranted(List.of("comments"))
                .build());
        access.write(AccessInMemory.somebody("ito", Role.ADMINISTRATOR)
                .setState(AccountState.LOCKED)
                .build());
        var sessions = new Sessions(
                access.book,
                access,
                new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
                new SecureRandom(),
                Clock.systemUTC());
        var keys = new KeysInMemory();
        keys.add("heed_read_one", KeyPurpose.READ, 60, "H2");
        return administration(access, sessions, trail, keys);
    }

    /** Returns what is for administrators of these people and keys. */
    static Administration administration(
            AccessInMemory access, Sessions sessions, AuditTrail trail, KeysInMemory keys) {
        return new Administration(
                trail,
                new AdministeredAccounts(access.book, sessions, trail),
                access.acts(sessions, EntryRules.byPassword(), Clock.systemUTC()),
                keys.desk(Clock.systemUTC()),
                Questionnaires.shipped(),
                ZoneId.of("Europe/London"));
    }

    private static ReaderStatus reader() {
        return new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, Instant.now(), 0);
    }

    private PipelineStatus.Status pipeline() {
        try {
            frozen.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status;
    }

    List<Guard.Guarded> guarded() {
        return site.guarded();
    }

    public String address(String path) {
        return address + path;
    }

    public void pipelineIs(PipelineStatus.State state, String... unready) {
        status = new PipelineStatus.Status(state, Instant.now().minusSeconds(8), List.of(unready), List.of());
    }

    void pipelineIsDead(String reason) {
        status = new PipelineStatus.Status(PipelineStatus.State.STOPPED, Instant.now(), List.of(), List.of(reason));
    }

    /** Leaves connections open but lets nothing more be written to them. */
    void freeze() {
        frozen = new CountDownLatch(1);
    }

    void thaw() {
        frozen.countDown();
    }

    @Override
    public void close() {
        thaw();
        site.close();
        meters.close();
    }
}
