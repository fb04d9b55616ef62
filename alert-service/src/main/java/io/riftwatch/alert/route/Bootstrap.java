package io.riftwatch.alert.route;

import io.quarkus.runtime.StartupEvent;
import io.riftwatch.alert.channel.ChannelSettings;
import io.riftwatch.alert.channel.Channels;
import io.riftwatch.alert.channel.SigningSecret;
import io.riftwatch.alert.database.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Puts the configured channels in place before the first signal is read. */
@ApplicationScoped
class Bootstrap {

  /** Ahead of the messaging connectors, which begin to read at 1000. */
  private static final int BEFORE_MESSAGING = 100;

  private static final String LOCK = "riftwatch.alert.bootstrap";

  private final Transactions transactions;
  private final Channels channels;
  private final BootstrapConfig config;

  Bootstrap(Transactions transactions, Channels channels, BootstrapConfig config) {
    this.transactions = transactions;
    this.channels = channels;
    this.config = config;
  }

  void start(@Observes @Priority(BEFORE_MESSAGING) StartupEvent event) {
    transactions.run(this::putAll).await().indefinitely();
  }

  private Uni<Void> putAll(Mutiny.Session session) {
    Uni<Void> done = lock(session);
    for (Map.Entry<String, Function<Optional<ChannelSettings>, ChannelSettings>> channel :
        wanted().entrySet()) {
      done = done.chain(() -> put(session, channel.getKey(), channel.getValue()));
    }
    return done;
  }

  private Map<String, Function<Optional<ChannelSettings>, ChannelSettings>> wanted() {
    Map<String, Function<Optional<ChannelSettings>, ChannelSettings>> wanted =
        new LinkedHashMap<>();
    if (config.kafka()) {
      wanted.put("bootstrap-kafka", before -> new ChannelSettings.Kafka(config.kafkaTopic()));
    }
    config
        .slack()
        .ifPresent(url -> wanted.put("bootstrap-slack", before -> new ChannelSettings.Slack(url)));
    config
        .webhook()
        .ifPresent(
            url ->
                wanted.put(
                    "bootstrap-webhook",
                    before -> new ChannelSettings.Webhook(url, secret(before))));
    return wanted;
  }

  /** The configured secret, else the one the channel has, else a new one. */
  private String secret(Optional<ChannelSettings> before) {
    return config
        .webhookSecret()
        .or(() -> before.flatMap(ChannelSettings::signingSecret))
        .orElseGet(() -> SigningSecret.generate(new SecureRandom()));
  }

  private Uni<Void> put(
      Mutiny.Session session,
      String name,
      Function<Optional<ChannelSettings>, ChannelSettings> settings) {
    String channel = "chn-" + name;
    Route all = new Route(Match.ALL, List.of(channel), true);
    return channels
        .put(session, channel, name, settings)
        .chain(() -> session.find(RouteEntity.class, "rte-" + name))
        .chain(
            route ->
                route == null
                    ? session.persist(new RouteEntity("rte-" + name, name, 0, all))
                    : Uni.createFrom().voidItem());
  }

  /** Replicas that start together take turns. */
  private static Uni<Void> lock(Mutiny.Session session) {
    return session
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
        .setParameter("name", LOCK)
        .getSingleResult()
        .replaceWithVoid();
  }
}
