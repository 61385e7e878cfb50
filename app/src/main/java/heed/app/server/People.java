package heed.app.server;

import heed.app.form.KeyFile;
import heed.app.settings.AccessKind;
import heed.app.settings.Component;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.connectors.KafkaRowWriter;
import heed.monitoring.access.AccessWriter;
import heed.monitoring.access.AccountBook;
import heed.monitoring.access.AdministeredAccounts;
import heed.monitoring.access.AdministratorActs;
import heed.monitoring.access.AuditTrail;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.KeyDesk;
import heed.monitoring.access.KeyRows;
import heed.monitoring.access.OwnSecondFactor;
import heed.monitoring.access.Passwords;
import heed.monitoring.access.SecondFactors;
import heed.monitoring.access.SecondStep;
import heed.monitoring.access.SessionLife;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.SignIn;
import heed.monitoring.access.VouchedPeople;
import heed.monitoring.access.provider.Provider;
import heed.monitoring.access.provider.ProviderSignIn;
import heed.monitoring.page.access.ProviderRoutes;
import heed.monitoring.page.access.SignInRoutes;
import heed.monitoring.page.admin.Administration;
import heed.monitoring.view.Names;
import heed.monitoring.web.AuditedViewers;
import heed.monitoring.web.ProgramViewers;
import heed.monitoring.web.Routes;
import heed.monitoring.web.SessionViewers;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.Account;
import heed.schemas.ProgramKey;
import heed.schemas.Session;
import heed.schemas.program.Programs;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedReader;
import heed.schemas.reader.LatestRows;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.CommonClientConfigs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may use page and intake: accounts, sessions and keys as their topics say, shared by all instances. */
final class People implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(People.class);
    private static final Duration READ_WITHIN = Duration.ofSeconds(60);

    private final StartedParts parts = new StartedParts();
    private final AccountBook book = new AccountBook();
    private final Sessions sessions;
    private final Function<ViewedModels, Routes> signIn;
    private final LatestRows<ProgramKey> keys = new LatestRows<>(Topics.KEYS, ProgramKey::getKeyId);
    private final Programs programs;
    private final AuditLog audit;
    private final AuditTrail trail = new AuditTrail();
    private final AdministratorActs acts;
    private final KeyDesk keyDesk;
    private LongSupplier unreadable = () -> 0;

    private People(ReadyServers servers, Settings settings, Clock clock) {
        Settings.Access access = settings.access();
        Map<String, Object> client = new HashMap<>(servers.client(Component.PAGE));
        client.put(CommonClientConfigs.CLIENT_ID_CONFIG, "heed-access");
        parts.add(new CommittedReader(
                        "heed-access-reader", CommittedConsumers.of(client), servers.serdes(), book, clock))
                .start();
        parts.add(new CommittedReader("heed-keys-reader", CommittedConsumers.of(client), servers.serdes(), keys, clock))
                .start();
        parts.add(new CommittedReader(
                        "heed-audit-reader", CommittedConsumers.of(client), servers.serdes(), trail, clock))
                .start();
        programs = new Programs(keys::all, clock);
        audit = parts.add(new AuditLog(writer(servers, Topics.AUDIT), clock));
        var random = new SecureRandom();
        var rules = new EntryRules(access.provider().map(each -> each.issuer().toString()), access.secondFactorFor());
        sessions = new Sessions(
                book, writer(servers), new SessionLife(access.idle(), access.longest()), random, clock, rules);
        acts = new AdministratorActs(book, sessions, rules, new Passwords(random), clock);
        var keyWriter = parts.add(writer(servers, Topics.KEYS));
        keyDesk = new KeyDesk(new KeyRows(keys, key -> keyWriter.put(key.getKeyId(), key), clock), random, clock);
        signIn = access.provider()
                .map(each -> byProvider(new Provider(each, clock), random, clock))
                .orElseGet(() -> byPassword(settings.data(), random, clock));
    }

    private Function<ViewedModels, Routes> byPassword(Path data, SecureRandom random, Clock clock) {
        String key = HexFormat.of().formatHex(KeyFile.key(data, KeyFile.SECOND_FACTORS, "second factors", random));
        var passwords = new Passwords(random);
        var lets = new SignIn(book, passwords, clock);
        var factors = new SecondFactors(key, random);
        unreadable = () -> book.countSealedByAnother(factors);
        var parts = new SignInRoutes.Parts(
                lets,
                new SecondStep(lets, factors, sessions, key, random, clock),
                new OwnSecondFactor(book, lets, factors, sessions, clock),
                sessions,
                passwords);
        return models -> new SignInRoutes(parts, models);
    }

    private Function<ViewedModels, Routes> byProvider(Provider provider, SecureRandom random, Clock clock) {
        var lets = new ProviderSignIn(
                provider, new VouchedPeople(book, sessions, random), random, clock, ProviderRoutes.BACK);
        return models -> new ProviderRoutes(lets, sessions, models);
    }

    /**
     * Starts to know people, and returns once all of them are known.
     *
     * @throws StartException where that takes too long, or others reach the page and nobody could sign in
     */
    static People start(ReadyServers servers, Settings settings, Clock clock) throws InterruptedException {
        var people = new People(servers, settings, clock);
        try {
            people.check(settings);
            return people;
        } catch (RuntimeException | InterruptedException e) {
            people.close();
            throw e;
        }
    }

    private void check(Settings settings) throws InterruptedException {
        if (!book.awaitRead(READ_WITHIN)) {
            throw new StartException("Who may sign in could not be read from " + Topics.ACCOUNTS.name() + " within "
                    + READ_WITHIN.toSeconds() + " s. `heed doctor` says more.");
        }
        if (!keys.awaitRead(READ_WITHIN)) {
            throw new StartException("Which programs may send and read could not be read from " + Topics.KEYS.name()
                    + " within " + READ_WITHIN.toSeconds() + " s. `heed doctor` says more.");
        }
        long lost = unreadable.getAsLong();
        if (lost > 0) {
            log.warn(
                    "The second factor of people was sealed by another {} than that of this data directory, so that they"
                            + " can't sign in here: bring back the one before, or take it from another instance people={}",
                    KeyFile.SECOND_FACTORS,
                    lost);
        }
        if (settings.access().kind() == AccessKind.ACCOUNTS
                && book.isEmpty()
                && !settings.page().isLoopback()) {
            throw new StartException("There are no accounts, so nobody could sign in at "
                    + settings.page().host()
                    + ". Start with page.host 127.0.0.1 first, add people with `heed users add`, then start again.");
        }
    }

    private static <V> KafkaRowWriter<V> writer(ReadyServers servers, Topic<V> topic) {
        return KafkaRowWriter.connect(
                topic,
                servers.client(Component.PAGE),
                servers.serdes().of(topic).serializer());
    }

    private AccessWriter writer(ReadyServers servers) {
        var accounts = parts.add(writer(servers, Topics.ACCOUNTS));
        var rows = parts.add(writer(servers, Topics.SESSIONS));
        return new AccessWriter() {

            @Override
            public CompletionStage<Void> write(Account account) {
                return accounts.put(account.getName(), account);
            }

            @Override
            public CompletionStage<Void> write(Session session) {
                return rows.put(session.getSessionId(), session);
            }

            @Override
            public CompletionStage<Void> end(String sessionId) {
                return rows.remove(sessionId);
            }
        };
    }

    /** Returns what says whose a request is. */
    Viewers viewers() {
        return new AuditedViewers(new ProgramViewers(programs, new SessionViewers(sessions)), audit.audit());
    }

    /** Has {@code counter} run for each entry of the audit that is lost. */
    void countLost(Runnable counter) {
        audit.countLost(counter);
    }

    /** Returns what knows programs by their keys. */
    Programs programs() {
        return programs;
    }

    /** Returns where people sign in. */
    Routes signIn(ViewedModels models) {
        return signIn.apply(models);
    }

    /** Returns what administrators see and do. */
    Administration administration(Installation installation) {
        return new Administration(
                trail,
                new AdministeredAccounts(book, sessions, trail),
                acts,
                keyDesk,
                installation.questionnaires(),
                new Names(installation.hospitals(), installation.questionnaires()).zone());
    }

    @Override
    public void close() {
        parts.close();
    }
}
