package io.riftwatch.alert.channel;

import io.riftwatch.alert.contract.Alert;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Posts to an incoming webhook of Slack. */
record SlackChannel(ChannelSettings.Slack settings, SlackMessage message, HttpPost post)
    implements Channel {

  @Override
  public Uni<Receipt> deliver(Alert alert) {
    return post.send(settings.url(), Map.of(), post.write(message.of(alert)));
  }
}
