package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.extract.ElementNames.Kind;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Finds the paragraph that sums an article up where it stands between title and text, in an element
 * of its own: by its name, or because the page describes itself by it.
 */
final class Lead {

  /** Letters of a sentence that sums anything up. */
  private static final int SHORTEST = 40;

  private static final double MOSTLY_LINK = 0.3;

  /** How far up from a paragraph the element that names it may be. */
  private static final int CLOSE = 3;

  private final PageTree tree;
  private final ElementNames names;
  private final String description;

  /**
   * @param description what the page says of itself, empty where it says nothing
   */
  Lead(PageTree tree, ElementNames names, String description) {
    this.tree = tree;
    this.names = names;
    this.description = Wording.of(description);
  }

  /**
   * The lead among the blocks between the title and the element with the text.
   *
   * @param headline place of the title, -1 where the page shows none
   */
  Optional<Block> between(int headline, int body, List<Block> page) {
    return page.stream()
        .filter(block -> block.holder() > headline && block.holder() < body)
        .filter(block -> headline >= 0 && isLead(block))
        .findFirst();
  }

  private boolean isLead(Block block) {
    return block.length() >= SHORTEST
        && block.linkShare() <= MOSTLY_LINK
        && (isDescription(Wording.of(block.text())) || isNamed(block.holder()));
  }

  private boolean isDescription(String wording) {
    return description.length() >= SHORTEST
        && (wording.startsWith(description) || description.startsWith(wording));
  }

  /** By the name of its own element or of one close around it. */
  private boolean isNamed(int holder) {
    int place = holder;
    for (int up = 0; up < CLOSE && place > 0; up++) {
      if (tree.node(place) instanceof Element element && names.of(element).contains(Kind.LEAD)) {
        return true;
      }
      place = tree.parent(place);
    }
    return false;
  }
}
