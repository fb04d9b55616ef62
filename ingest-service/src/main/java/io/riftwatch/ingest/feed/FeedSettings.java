package io.riftwatch.ingest.feed;

import io.riftwatch.ingest.extract.LanguageCode;
import io.riftwatch.ingest.extract.WebLink;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
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

  /**
   * The address as it is stored and compared: scheme and host in lower case, without the host's
   * last dot, the scheme's own port and the fragment (RFC 3986, section 6.2).
   */
  public String address() {
    URI written = WebLink.absolute(url).orElseThrow();
    String scheme = written.getScheme().toLowerCase(Locale.ROOT);
    String host = written.getHost().toLowerCase(Locale.ROOT);
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String query = written.getRawQuery() == null ? "" : "?" + written.getRawQuery();
    return scheme + "://" + name + port(scheme, written.getPort()) + written.getRawPath() + query;
  }

  private static String port(String scheme, int port) {
    int own = scheme.equals("https") ? 443 : 80;
    return port < 0 || port == own ? "" : ":" + port;
  }
}
