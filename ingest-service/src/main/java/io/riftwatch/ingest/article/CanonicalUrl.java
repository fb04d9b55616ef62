package io.riftwatch.ingest.article;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of an article without what says only how the reader came to it, so that two links to
 * one page are one address.
 */
public final class CanonicalUrl {

  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "msclkid",
          "yclid",
          "igshid",
          "mc_cid",
          "mc_eid",
          "_ga",
          "xtor",
          "cmp",
          "cmpid",
          "ocid",
          "smid",
          "wt_mc",
          "wt.mc_id",
          "ito",
          "ftag",
          "xtref",
          "at_medium",
          "at_campaign",
          "at_custom1",
          "at_custom2",
          "at_custom3",
          "at_custom4",
          "at_link_id",
          "at_link_type",
          "at_link_origin",
          "at_format",
          "at_ptr_name",
          "at_bbc_team");
  private static final Pattern TRACKING_FAMILY = Pattern.compile("(utm|pk|mtm|ns)_.*");

  private CanonicalUrl() {}

  /** The canonical form of an absolute http or https address. */
  public static URI of(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    StringBuilder canonical =
        new StringBuilder(scheme).append("://").append(authority(scheme, url));
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    canonical.append(path);
    String query = url.getRawQuery() == null ? "" : withoutTracking(url.getRawQuery());
    if (!query.isEmpty()) {
      canonical.append('?').append(query);
    }
    return URI.create(canonical.toString());
  }

  private static String authority(String scheme, URI url) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    boolean isDefault = url.getPort() < 0 || url.getPort() == (scheme.equals("https") ? 443 : 80);
    return isDefault ? host : host + ":" + url.getPort();
  }

  private static String withoutTracking(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter) {
    String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
    return TRACKING.contains(name) || TRACKING_FAMILY.matcher(name).matches();
  }
}
