package io.riftwatch.alert.channel;

import io.riftwatch.alert.wording.Wording;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The channels there are. */
@ApplicationScoped
public class Channels {

  private final HttpPost post;
  private final AlertTopics topics;
  private final InstantSource clock;
  private final SlackMessage slackMessage = new SlackMessage(Wording.english());

  Channels(HttpPost post, AlertTopics topics, InstantSource clock) {
    this.post = post;
    this.topics = topics;
    this.clock = clock;
  }

  /**
   * A channel by name.
   *
   * @param id its id
   * @param name what operators call it
   * @param settings where it leads
   */
  public record Known(String id, String name, ChannelSettings settings) {

    private static Known of(ChannelEntity entity) {
      return new Known(entity.id, entity.name, entity.settings);
    }
  }

  /** The way that settings describe. */
  public Channel open(ChannelSettings settings) {
    return settings.match(
        slack -> new SlackChannel(slack, slackMessage, post),
        webhook -> new WebhookChannel(webhook, post, clock),
        kafka -> new KafkaChannel(kafka, topics));
  }

  /** The channel of an id, if it is still there. */
  public Uni<Optional<Known>> find(Mutiny.Session session, String id) {
    return session
        .find(ChannelEntity.class, id)
        .map(entity -> Optional.ofNullable(entity).map(Known::of));
  }

  /** Those of the ids that are there, in no order. */
  public Uni<List<Known>> find(Mutiny.Session session, Collection<String> ids) {
    return session
        .createQuery("from Channel where id in (:ids)", ChannelEntity.class)
        .setParameter("ids", ids)
        .getResultList()
        .map(entities -> entities.stream().map(Known::of).toList());
  }

  /**
   * Makes the channel, or changes the one of that id.
   *
   * @param settings the new settings, from those it has
   */
  public Uni<Void> put(
      Mutiny.Session session,
      String id,
      String name,
      Function<Optional<ChannelSettings>, ChannelSettings> settings) {
    return session
        .find(ChannelEntity.class, id)
        .chain(
            entity -> {
              if (entity == null) {
                ChannelSettings fresh = settings.apply(Optional.empty());
                return session.persist(new ChannelEntity(id, name, clock.instant(), fresh));
              }
              entity.settings = settings.apply(Optional.of(entity.settings));
              return Uni.createFrom().voidItem();
            });
  }
}
