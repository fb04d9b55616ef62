package io.riftwatch.classify.release;

import io.riftwatch.classify.release.PackView.State;
import io.riftwatch.classify.rulepack.RulePack;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All rule packs to look through, built-in and uploaded. */
@ApplicationScoped
class PackShelf {

  private final BuiltIn builtIn;
  private final PackStore store;

  PackShelf(BuiltIn builtIn, PackStore store) {
    this.builtIn = builtIn;
    this.store = store;
  }

  /** Version of a language's built-in pack; empty where it has none. */
  Optional<String> builtIn(String language) {
    return builtIn.packs().of(language).map(RulePack::version);
  }

  boolean isBuiltIn(String language, String version) {
    return builtIn(language).filter(version::equals).isPresent();
  }

  /** All packs by language, the built-in one first, then the latest upload. */
  Uni<List<PackView>> list() {
    return store.list().map(this::withBuiltIn);
  }

  private List<PackView> withBuiltIn(List<PackView> uploaded) {
    List<PackView> all = new ArrayList<>();
    builtIn.packs().all().forEach(pack -> all.add(PackView.builtIn(pack, state(pack, uploaded))));
    all.addAll(uploaded);
    all.sort(Comparator.comparing(PackView::language));
    return all;
  }

  private static State state(RulePack pack, List<PackView> uploaded) {
    boolean replaced =
        uploaded.stream()
            .filter(other -> other.language().equals(pack.language()))
            .anyMatch(other -> other.state() == State.ACTIVE);
    return replaced ? State.RETIRED : State.ACTIVE;
  }

  /** The pack of a version, without its files; fails with 404 when there is none. */
  Uni<PackView> one(String language, String version) {
    return list()
        .map(
            all ->
                all.stream()
                    .filter(pack -> pack.language().equals(language))
                    .filter(pack -> pack.version().equals(version))
                    .reduce((brought, uploaded) -> uploaded)
                    .orElseThrow(() -> unknown(language, version)));
  }

  /** The pack of a version with its files; fails with 404 when there is none. */
  Uni<PackView> oneWithFiles(String language, String version) {
    return one(language, version).chain(this::withFiles);
  }

  private Uni<PackView> withFiles(PackView pack) {
    return switch (pack.origin()) {
      case BUILT_IN -> Uni.createFrom().item(() -> pack.with(builtIn.files(pack.language())));
      case UPLOADED ->
          store
              .files(pack.language(), pack.version())
              .map(files -> files.orElseThrow(() -> unknown(pack.language(), pack.version())))
              .map(files -> pack.with(files.contents()));
    };
  }

  private static NotFoundException unknown(String language, String version) {
    return new NotFoundException("no rule pack of " + language + " has the version " + version);
  }
}
