package heed.app.access;

import heed.connectors.KafkaRowWriter;
import heed.monitoring.access.AccountStore;
import heed.monitoring.access.UsedCodes;
import heed.schemas.Account;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The accounts as a command finds and changes them: it waits until the brokers have what it writes. */
public final class Accounts implements AutoCloseable {

    /** What is changed. */
    public static final Topic<Account> TOPIC = Topics.ACCOUNTS;

    private final Map<String, Account> known;
    private final KafkaRowWriter<Account> writer;

    /** Takes who there is, and connects to the brokers that {@code client} names. */
    public Accounts(Map<String, Account> known, Map<String, ?> client, TopicSerdes serdes) {
        this.known = new TreeMap<>(known);
        this.known.keySet().removeIf(UsedCodes::isKey);
        this.writer = KafkaRowWriter.connect(TOPIC, client, serdes.of(TOPIC).serializer());
    }

    /** Returns everybody, by name. */
    public List<Account> all() {
        return List.copyOf(known.values());
    }

    /** Returns where one act is done to them, which is noted: there is no other way to write. */
    public AccountStore noting(NotedAct act) {
        return new AccountStore() {

            @Override
            public List<Account> all() {
                return Accounts.this.all();
            }

            @Override
            public Optional<Account> account(String name) {
                return Optional.ofNullable(known.get(name));
            }

            /** A command does one thing. */
            @Override
            public Object lock(String name) {
                return this;
            }

            @Override
            public void write(Account account) throws InterruptedException {
                act.run(() -> Acknowledged.await("writing the account", writer.put(account.getName(), account)));
                known.put(account.getName(), account);
            }
        };
    }

    @Override
    public void close() {
        writer.close();
    }
}
