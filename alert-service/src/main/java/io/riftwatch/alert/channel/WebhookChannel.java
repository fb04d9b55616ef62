package io.riftwatch.alert.channel;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.riftwatch.alert.contract.Alert;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Map;

/** Posts the alert as it is, signed (Standard Webhooks 1.0). */
record WebhookChannel(ChannelSettings.Webhook settings, HttpPost post, InstantSource clock)
    implements Channel {

  @Override
  public Uni<Receipt> deliver(Alert alert) {
    String body = post.write(alert);
    long timestamp = clock.instant().getEpochSecond();
    return post.send(
        settings.url(),
        Map.of(
            Webhook.UNBRANDED_MSG_ID_KEY, alert.id(),
            Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(timestamp),
            Webhook.UNBRANDED_MSG_SIGNATURE_KEY, signature(alert.id(), timestamp, body)),
        body);
  }

  private String signature(String id, long timestamp, String body) {
    try {
      return new Webhook(settings.secret()).sign(id, timestamp, body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("the platform cannot sign with HMAC-SHA256", e);
    }
  }
}
