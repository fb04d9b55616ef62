package io.riftwatch.classify.coding;

import io.riftwatch.classify.lexicon.Mention;
import java.util.List;

/**
 * One state, or a list of states that stands as one: Germany, France and Poland.
 *
 * @param mentions its members, in order
 */
record Group(List<Mention> mentions) {

  Group {
    mentions = List.copyOf(mentions);
  }

  int from() {
    return mentions.get(0).from();
  }

  int to() {
    return mentions.get(mentions.size() - 1).to();
  }

  List<String> codes() {
    return mentions.stream().map(Mention::code).distinct().toList();
  }

  Mention.Kind kind() {
    return mentions.get(mentions.size() - 1).kind();
  }
}
