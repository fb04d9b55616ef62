package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.extract.ElementNames.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what by tag, role, name or invisibility is none of its article. No sign is
 * believed of an element that holds the article itself.
 */
final class Clutter {

  private static final Set<String> TAGS = Set.copyOf(WordList.read("clutter-tags.txt"));
  private static final Set<String> ROLES = Set.copyOf(WordList.read("clutter-roles.txt"));
  private static final Set<String> NEVER = Set.of("html", "body", "main", "article");
  private static final Pattern INVISIBLE =
      Pattern.compile("(?i)(?:^|;)\\s*(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  /** The share of a page's or article's story above which an element is no clutter of it. */
  private static final double MOST_OF_THE_STORY = 0.45;

  /** The same for what readers wrote, which may well be longer than what they wrote of. */
  private static final double ALMOST_ALL_OF_IT = 0.85;

  /** The share of the heaviest anchor above which another is one, too. */
  private static final double LIKELY_THE_ARTICLE = 0.5;

  /** Weight above which an element is more than a byline or a caption. */
  private static final int LONGEST_LABEL = 400;

  /** Characters from which a marked body is one although no prose stands in it. */
  private static final int SHORTEST_BODY = 100;

  private final PageTree tree;
  private final ElementNames names;
  private final StoryWeight story;
  private final List<Integer> anchors;

  private Clutter(PageTree tree, ElementNames names) {
    this.tree = tree;
    this.names = names;
    this.story = StoryWeight.of(tree, Blocks.of(tree, 0));
    this.anchors = anchors();
  }

  /** Drops the clutter of a page. */
  static void drop(PageTree tree, ElementNames names) {
    new Clutter(tree, names).drop();
  }

  private void drop() {
    int place = 1;
    while (place < tree.size()) {
      if (!tree.isDropped(place)
          && tree.node(place) instanceof Element element
          && isSuspect(element, place)
          && !holdsTheArticle(element, place)) {
        tree.drop(place);
      }
      place = tree.isDropped(place) ? tree.end(place) : place + 1;
    }
  }

  /** Bodies by mark or name that stand in no suspect element: likely the article. */
  private List<Integer> anchors() {
    List<Integer> found = new ArrayList<>();
    double heaviest = 0;
    int place = 1;
    while (place < tree.size()) {
      int next = place + 1;
      if (tree.node(place) instanceof Element element) {
        if (isBody(element, place)) {
          found.add(place);
          heaviest = Math.max(heaviest, story.at(place));
          next = tree.end(place);
        } else if (isSuspect(element, place)) {
          next = tree.end(place);
        }
      }
      place = next;
    }
    double least = heaviest * LIKELY_THE_ARTICLE;
    found.removeIf(anchor -> story.at(anchor) < least);
    return found;
  }

  private boolean isBody(Element element, int place) {
    if (ElementNames.isMarkedBody(element)) {
      return story.at(place) > 0 || element.text().length() >= SHORTEST_BODY;
    }
    return story.at(place) > 0
        && !NEVER.contains(element.normalName())
        && names.of(element).contains(Kind.BODY);
  }

  private boolean isSuspect(Element element, int place) {
    String tag = element.normalName();
    if (NEVER.contains(tag) || ElementNames.isMarkedBody(element)) {
      return false;
    }
    return TAGS.contains(tag)
        || ROLES.contains(element.attr("role"))
        || isInvisible(element)
        || isSuspectByName(element, place);
  }

  private boolean isSuspectByName(Element element, int place) {
    Set<Kind> kinds = names.of(element);
    if (kinds.contains(Kind.BODY) || kinds.contains(Kind.EMBED)) {
      return false;
    }
    return kinds.contains(Kind.CLUTTER)
        || kinds.contains(Kind.COMMENTS)
        || (kinds.contains(Kind.BYLINE) || kinds.contains(Kind.CAPTION)) && isLabel(element, place);
  }

  private boolean holdsTheArticle(Element element, int place) {
    if (!anchors.isEmpty()) {
      return anchors.stream().anyMatch(anchor -> isMostOf(anchor, place));
    }
    double share = names.of(element).contains(Kind.COMMENTS) ? ALMOST_ALL_OF_IT : MOST_OF_THE_STORY;
    return story.at(place) > 0 && story.at(place) >= share * story.at(0);
  }

  private boolean isMostOf(int anchor, int place) {
    return tree.isWithin(anchor, place)
        || tree.isWithin(place, anchor)
            && story.at(place) > MOST_OF_THE_STORY * Math.max(0, story.at(anchor));
  }

  private static boolean isInvisible(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || INVISIBLE.matcher(element.attr("style")).find();
  }

  /** A short element of its own, not a few words within a paragraph. */
  private boolean isLabel(Element element, int place) {
    return story.at(place) < LONGEST_LABEL
        && (element.isBlock() || !tree.tag(tree.parent(place)).equals("p"));
  }
}
