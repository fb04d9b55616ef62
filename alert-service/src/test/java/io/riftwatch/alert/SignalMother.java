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
import java.util.function.Consumer;

/** Makes signals for tests; every wither gives a new one. */
public final class SignalMother implements Cloneable {

  private final SignalType type;
  private final String actor;
  private final String target;
  private Status status = Status.ACTUAL;
  private Integer count;
  private Domain domain;
  private LocalDate announcedOn;
  private String outlet = "outlet.example";
  private String article = "a1";
  private int revision = 1;
  private String title = "Title";
  private String language = "en";
  private Instant publishedAt = Instant.parse("2025-09-18T10:00:00Z");
  private long fingerprint;
  private String wireGroup;

  private SignalMother(String actor, SignalType type, String target) {
    this.actor = actor;
    this.type = type;
    this.target = target;
  }

  public static SignalMother act(String actor, SignalType type, String target) {
    return new SignalMother(actor, type, target);
  }

  public SignalMother status(Status s) {
    return with(copy -> copy.status = s);
  }

  public SignalMother count(Integer c) {
    return with(copy -> copy.count = c);
  }

  public SignalMother domain(Domain d) {
    return with(copy -> copy.domain = d);
  }

  public SignalMother announcedOn(String day) {
    return with(copy -> copy.announcedOn = LocalDate.parse(day));
  }

  public SignalMother revision(int r) {
    return with(copy -> copy.revision = r);
  }

  /** The report: a text of its own unless given the same fingerprint as another. */
  public SignalMother in(String outlet, String article, String publishedAt) {
    return with(
        copy -> {
          copy.outlet = outlet;
          copy.article = article;
          copy.title = "Title of " + article;
          copy.publishedAt = Instant.parse(publishedAt);
          copy.fingerprint = spread(article);
        });
  }

  /** Where ingest-service says it belongs; null as in reports of before it did. */
  public SignalMother wireGroup(String group) {
    return with(copy -> copy.wireGroup = group);
  }

  public SignalMother fingerprint(long f) {
    return with(copy -> copy.fingerprint = f);
  }

  public SignalMother titled(String language, String title) {
    return with(
        copy -> {
          copy.language = language;
          copy.title = title;
        });
  }

  private SignalMother with(Consumer<SignalMother> change) {
    SignalMother copy = clone();
    change.accept(copy);
    return copy;
  }

  @Override
  protected SignalMother clone() {
    try {
      return (SignalMother) super.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("it can be cloned", e);
    }
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
            "%016x".formatted(fingerprint),
            wireGroup),
        false,
        0);
  }

  /** Far from every other article's: about half of the bits differ. */
  private static long spread(String article) {
    long z = article.hashCode() * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
