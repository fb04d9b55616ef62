package io.riftwatch.alert;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.contract.Evidence;
import io.riftwatch.classify.contract.Signal;
import io.riftwatch.classify.contract.SignalType;
import io.riftwatch.classify.contract.Source;
import io.riftwatch.classify.contract.Status;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Makes signals for tests; every wither gives a new one. */
public record SignalMother(
    SignalType type,
    String actor,
    String target,
    Status status,
    Integer count,
    Domain domain,
    LocalDate announcedOn,
    String outlet,
    String article,
    int revision,
    String title,
    String language,
    Instant publishedAt,
    long fingerprint) {

  public static SignalMother act(String actor, SignalType type, String target) {
    return new SignalMother(
        type,
        actor,
        target,
        Status.ACTUAL,
        null,
        null,
        null,
        "outlet.example",
        "a1",
        1,
        "Title",
        "en",
        Instant.parse("2025-09-18T10:00:00Z"),
        0);
  }

  public SignalMother status(Status s) {
    return new SignalMother(
        type,
        actor,
        target,
        s,
        count,
        domain,
        announcedOn,
        outlet,
        article,
        revision,
        title,
        language,
        publishedAt,
        fingerprint);
  }

  public SignalMother count(Integer c) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        c,
        domain,
        announcedOn,
        outlet,
        article,
        revision,
        title,
        language,
        publishedAt,
        fingerprint);
  }

  public SignalMother domain(Domain d) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        count,
        d,
        announcedOn,
        outlet,
        article,
        revision,
        title,
        language,
        publishedAt,
        fingerprint);
  }

  public SignalMother announcedOn(String day) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        count,
        domain,
        LocalDate.parse(day),
        outlet,
        article,
        revision,
        title,
        language,
        publishedAt,
        fingerprint);
  }

  public SignalMother revision(int r) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        count,
        domain,
        announcedOn,
        outlet,
        article,
        r,
        title,
        language,
        publishedAt,
        fingerprint);
  }

  /** The report: a text of its own unless given the same fingerprint as another. */
  public SignalMother in(String outlet, String article, String publishedAt) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        count,
        domain,
        announcedOn,
        outlet,
        article,
        revision,
        "Title of " + article,
        language,
        Instant.parse(publishedAt),
        spread(article));
  }

  public SignalMother fingerprint(long f) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        count,
        domain,
        announcedOn,
        outlet,
        article,
        revision,
        title,
        language,
        publishedAt,
        f);
  }

  public SignalMother titled(String language, String title) {
    return new SignalMother(
        type,
        actor,
        target,
        status,
        count,
        domain,
        announcedOn,
        outlet,
        article,
        revision,
        title,
        language,
        publishedAt,
        fingerprint);
  }

  public String id() {
    return "sig-%08x".formatted(Objects.hash(article, type.name(), actor, target, status.name()));
  }

  public Signal make() {
    String words = actor + " " + type + " " + target;
    return new Signal(
        id(),
        type,
        actor,
        target,
        status,
        type.polarity(),
        count,
        domain,
        announcedOn,
        null,
        0.9,
        "rule-" + type.name().toLowerCase(java.util.Locale.ROOT),
        "test-1",
        List.of(new Evidence(Evidence.Field.text, 0, words.length(), words, Evidence.Role.TRIGGER)),
        new Source(
            article,
            revision,
            outlet,
            URI.create("https://" + outlet + "/" + article),
            title,
            language,
            publishedAt,
            publishedAt.plusSeconds(5),
            "%016x".formatted(fingerprint)));
  }

  /** Far from every other article's: about half of the bits differ. */
  private static long spread(String article) {
    long z = article.hashCode() * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
