package io.riftwatch.alert.channel;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** A feature that refers to channels, and so has a say when one is deleted. */
public interface ChannelUse {

  /** Fails with a problem of status 409 that names the user, when there is one. */
  Uni<Void> refuseIfUsed(Mutiny.Session session, String channelId);
}
