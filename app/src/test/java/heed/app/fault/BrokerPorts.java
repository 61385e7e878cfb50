package heed.app.fault;

/**
 * Where a broker listens, all on loopback.
 *
 * @param client for clients
 * @param internal for the other brokers, so that what is done to clients' connections is not done to theirs
 * @param controller for the controllers
 */
record BrokerPorts(int client, int internal, int controller) {}
