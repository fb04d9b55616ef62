package io.riftwatch.classify.classification;

import io.riftwatch.classify.rulepack.RulePack;
import io.riftwatch.classify.rulepack.RulePacks;
import io.riftwatch.runtime.paging.Listing;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Comparator;
import java.util.Optional;

/** Tells which rule packs are in force. */
@Path("/api/v1/rulepacks")
public class RulePackResource {

  /**
   * A rule pack.
   *
   * @param language ISO 639-1
   * @param version as it stands in signals
   * @param triggers how many rules
   * @param states how many states and blocs it has names of
   */
  public record Summary(String language, String version, int triggers, int states) {
    static Summary of(RulePack pack) {
      return new Summary(
          pack.language(), pack.version(), pack.triggerCount(), pack.states().codes().size());
    }
  }

  private final RulePacks packs;

  RulePackResource(RulePacks packs) {
    this.packs = packs;
  }

  /** All of them: there is no further page. */
  @GET
  public Listing<Summary> list() {
    return new Listing<>(
        packs.all().stream()
            .map(Summary::of)
            .sorted(Comparator.comparing(Summary::language))
            .toList(),
        Optional.empty());
  }
}
