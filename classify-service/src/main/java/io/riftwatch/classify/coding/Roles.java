package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.Mention;
import io.riftwatch.classify.rulepack.RoleSource;
import io.riftwatch.classify.text.Part;
import io.riftwatch.classify.text.Sentence;
import io.riftwatch.classify.text.Token;
import java.util.List;
import java.util.Optional;

/** Reads which states stand in the grammatical places of a trigger. */
final class Roles {

  private static final int REACH = 30;

  private final Analysis analysis;
  private final Hit hit;

  Roles(Analysis analysis, Hit hit) {
    this.analysis = analysis;
    this.hit = hit;
  }

  /** The group in the first of the places that holds a state other than the taken one. */
  Optional<Group> in(List<RoleSource> sources, Optional<Group> taken) {
    for (RoleSource source : sources) {
      Optional<Group> found = in(source, taken).filter(g -> !same(g, taken));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static boolean same(Group group, Optional<Group> taken) {
    return taken.isPresent() && taken.get().codes().containsAll(group.codes());
  }

  private Optional<Group> in(RoleSource source, Optional<Group> taken) {
    return switch (source) {
      case DOER -> doer();
      case OWNER -> hit.argument().flatMap(Argument::owner);
      case HOST -> host();
      case HOME -> home();
      case OBJECT -> object();
      case IN -> governed(Part.IN, taken).or(this::placeBeforeRelative);
      case OF, FROM, TO, WITH, AGAINST, ON, FOR, BETWEEN ->
          governed(source.preposition().orElseThrow(), taken);
    };
  }

  private Optional<Group> doer() {
    return switch (hit.voice()) {
      case ACTIVE -> commanded().or(this::adjacent).or(this::subject);
      case PASSIVE -> governed(Part.BY, Optional.empty());
      case NOMINAL ->
          possessor().or(() -> governed(Part.BY, Optional.empty())).or(this::relativeSubject);
    };
  }

  /** "Asks the Kremlin to close": who is told to act is the doer. */
  private Optional<Group> commanded() {
    Sentence sentence = analysis.sentence();
    int to = Arguments.groupStart(sentence, hit.from()) - 1;
    if (!sentence.is(to, Part.TO)) {
      return Optional.empty();
    }
    return analysis.groups().stream()
        .filter(g -> g.to() == to && free(g))
        .filter(
            g ->
                sentence.is(g.from() - 1, Part.ADDRESSING)
                    || sentence.is(g.from() - 1, Part.ARTICLE)
                        && sentence.is(g.from() - 2, Part.ADDRESSING))
        .findFirst();
  }

  private Optional<Group> subject() {
    return Subjects.before(analysis, hit.from()).stream().filter(this::free).findFirst();
  }

  /**
   * "A letter from Ouagadougou denouncing", "with Bahrain, too, showing": right before the verb.
   */
  private Optional<Group> adjacent() {
    Sentence sentence = analysis.sentence();
    int verb = Arguments.groupStart(sentence, hit.from());
    while (sentence.mark(verb - 1, ',') || sentence.is(verb - 1, Part.ADVERB)) {
      verb--;
    }
    boolean infinitive = sentence.is(verb - 1, Part.OF);
    int end = infinitive ? verb - 1 : verb;
    return analysis.groups().stream()
        .filter(g -> g.to() == end && g.kind() != Mention.Kind.PLACE && free(g))
        .filter(g -> !infinitive || decides(g))
        .filter(g -> !sentence.is(g.from() - 1, Part.ADDRESSING))
        .findFirst();
  }

  /** "La décision de Bamako d'expulser", but not "demande à Bamako d'expulser". */
  private boolean decides(Group group) {
    Sentence sentence = analysis.sentence();
    boolean free =
        analysis
            .preposition(group)
            .map(i -> sentence.is(i, Part.OF) || sentence.is(i, Part.BY))
            .orElse(true);
    return free && !sentence.is(group.from() - 2, Part.ADDRESSING);
  }

  private boolean free(Group group) {
    return hit.argument().isEmpty()
        || group.to() <= hit.argument().get().from()
        || group.from() >= hit.argument().get().to();
  }

  /** "The sanctions that the Union weighs": who acts in the clause that tells of the noun. */
  private Optional<Group> relativeSubject() {
    return analysis.sentence().is(hit.to(), Part.RELATIVE)
        ? Arguments.groupNear(analysis, hit.to() + 1).filter(g -> Subjects.acts(analysis, g))
        : Optional.empty();
  }

  /** Whose the noun is: Mali's expulsion, the Malian expulsion. */
  private Optional<Group> possessor() {
    int start = analysis.phraseStart(hit.from());
    return analysis.groups().stream()
        .filter(g -> g.from() >= start && g.to() <= hit.from())
        .filter(this::free)
        .reduce((a, b) -> b);
  }

  private Optional<Group> object() {
    return analysis.groups().stream()
        .filter(
            g -> g.from() > hit.from() && g.to() < hit.to() && analysis.preposition(g).isEmpty())
        .findFirst()
        .or(() -> Arguments.groupNear(analysis, hit.to()));
  }

  private Optional<Group> host() {
    return hit.argument()
        .flatMap(
            argument ->
                analysis.groups().stream()
                    .filter(g -> g.from() > argument.head() && g.to() <= argument.to())
                    .filter(g -> posted(analysis.preposition(g)))
                    .findFirst());
  }

  private boolean posted(Optional<Integer> preposition) {
    return preposition
        .filter(i -> analysis.sentence().is(i, Part.IN) || analysis.sentence().is(i, Part.TO))
        .isPresent();
  }

  private Optional<Group> home() {
    int from = hit.voice() == Hit.Voice.ACTIVE ? hit.end() : hit.to();
    return analysis.sentence().is(from, Part.TO)
        ? Arguments.groupNear(analysis, from + 1)
        : Optional.empty();
  }

  /** The state behind a preposition that hangs on the trigger or its argument. */
  private Optional<Group> governed(Part preposition, Optional<Group> taken) {
    Sentence sentence = analysis.sentence();
    int begin =
        preposition == Part.BY
            ? hit.from()
            : hit.argument().map(a -> Math.min(a.head(), hit.from())).orElse(hit.from());
    int last = Math.min(sentence.size(), hit.end() + REACH);
    for (int i = begin; i < last; i++) {
      Token token = sentence.at(i);
      if (token.spoken() && token.is(preposition)) {
        Optional<Group> group =
            Arguments.groupNear(analysis, sentence.is(i + 1, Part.OF) ? i + 2 : i + 1)
                .filter(g -> partner(preposition, g) && !same(g, taken));
        if (group.isPresent()) {
          return group;
        }
      }
      if (i >= hit.end() && closes(token)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Ties with the American rapper" are none with America. */
  private boolean partner(Part preposition, Group group) {
    return preposition != Part.WITH || Subjects.isState(analysis, group);
  }

  /** "In Algiers, where the ambassador was called in": the place stands in front of its clause. */
  private Optional<Group> placeBeforeRelative() {
    Sentence sentence = analysis.sentence();
    int clause = hit.argument().map(a -> Math.min(a.from(), hit.from())).orElse(hit.from()) - 1;
    if (!sentence.is(clause, Part.RELATIVE)) {
      return Optional.empty();
    }
    int end = sentence.mark(clause - 1, ',') ? clause - 1 : clause;
    return analysis.groups().stream()
        .filter(g -> g.to() == end && g.kind() == Mention.Kind.CAPITAL)
        .filter(g -> analysis.preposition(g).filter(i -> sentence.is(i, Part.IN)).isPresent())
        .findFirst();
  }

  private static boolean closes(Token token) {
    return token.mark(';')
        || token.mark(':')
        || token.mark('.')
        || token.is(Part.SUBORDINATOR)
        || token.is(Part.RELATIVE)
        || token.is(Part.REPORTING);
  }
}
