package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.extract.LanguageCode;
import io.riftwatch.ingest.extract.WebLink;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * What an operator says of a feed; all but the address may be left out.
 *
 * @param title empty for the feed's own
 * @param outlet empty for the site's host
 * @param language a language tag; null for what the feed claims
 * @param enabled whether it is polled, by default yes
 * @param fullText whether linked pages are read where the feed gives little, by default yes
 * @param pollInterval ISO 8601, a second to 30 days, null for the configured one
 */
public record FeedSettings(
    @NotBlank @WebAddress String url,
    String title,
    String outlet,
    @LanguageTag String language,
    Boolean enabled,
    Boolean fullText,
    @DurationMin(seconds = 1)
        @DurationMax(days = 30, message = "pollInterval must be at most 30 days (P30D)")
        Duration pollInterval) {

  Optional<String> languageCode() {
    return Optional.ofNullable(language).flatMap(LanguageCode::of);
  }

  /** The same for another address. */
  FeedSettings at(URI address) {
    return new FeedSettings(
        address.toString(), title, outlet, language, enabled, fullText, pollInterval);
  }

  /** The address as it is stored and compared. */
  public String address() {
    return WebLink.absolute(url).orElseThrow().toString();
  }
}
