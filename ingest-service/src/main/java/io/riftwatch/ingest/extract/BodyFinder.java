package io.riftwatch.ingest.extract;

import io.riftwatch.ingest.extract.ElementNames.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/**
 * Finds the element of a page that holds the article's text: what the page marks as it, what its
 * names say, an article element, else the smallest element that holds almost all of the story.
 */
final class BodyFinder {

  /** The share of the page's story a candidate must hold, the less the better it is marked. */
  private static final double MARKED = 0.15;

  private static final double NAMED = 0.35;

  /** An inner candidate that holds this much of an outer one is the better of the two. */
  private static final double ABOUT_ALL = 0.92;

  /** A child that holds this much of its parent stands for it. */
  private static final double DENSE = 0.75;

  /** A candidate with this much of all is the article, with less it is a part of it. */
  private static final double MAIN_PART = 0.85;

  /** What is around the parts of an article may hold this much more than they do. */
  private static final double LITTLE_ELSE = 1.3;

  /** The share of what is asked of a candidate that is enough where it holds the title, too. */
  private static final double TITLED = 0.5;

  /** Letters from which the one element that the page marks is believed, be it tables or lists. */
  private static final int SHORTEST_BODY = 200;

  /** Weight from which a candidate that holds the title is a text. */
  private static final int SHORTEST_TEXT = 100;

  private final PageTree tree;
  private final ElementNames names;
  private final List<Block> blocks;
  private final StoryWeight story;
  private final OneArticle oneArticle;
  private final int headline;

  private BodyFinder(PageTree tree, ElementNames names, List<Block> blocks, int headline) {
    this.tree = tree;
    this.names = names;
    this.blocks = blocks;
    this.story = StoryWeight.of(tree, blocks);
    this.oneArticle = new OneArticle(tree, story, headline);
    this.headline = headline;
  }

  /**
   * The place of the element that holds the article.
   *
   * @param blocks of the whole page
   * @param headline place of the article's title, -1 where the page shows none
   */
  static int find(PageTree tree, ElementNames names, List<Block> blocks, int headline) {
    return new BodyFinder(tree, names, blocks, headline).find();
  }

  private int find() {
    int densest = densest();
    double whole = Math.max(0, Math.max(story.at(densest), story.at(0)));
    List<Integer> marked = places(ElementNames::isMarkedBody);
    if (marked.size() == 1 && letters(marked.get(0)) >= SHORTEST_BODY) {
      return marked.get(0);
    }
    int found = best(marked, MARKED * whole);
    if (found < 0) {
      found = best(prose(e -> names.of(e).contains(Kind.BODY)), NAMED * whole);
    }
    if (found < 0) {
      found = best(prose(e -> e.normalName().equals("article")), NAMED * whole);
    }
    return found < 0 ? densest : found;
  }

  /** The best of candidates, which may be nested, parts of one article, or several articles. */
  private int best(List<Integer> candidates, double least) {
    List<Integer> parts = oneArticle.of(tree.outermost(candidates));
    if (parts.isEmpty()) {
      return -1;
    }
    int found = whole(parts);
    boolean titled = tree.isWithin(headline, found) && story.at(found) > SHORTEST_TEXT;
    return story.at(found) >= (titled ? least * TITLED : least) ? innermost(candidates, found) : -1;
  }

  private int whole(List<Integer> parts) {
    int heaviest = story.heaviest(parts);
    double sum = parts.stream().mapToDouble(story::at).filter(weight -> weight > 0).sum();
    if (story.at(heaviest) >= MAIN_PART * sum) {
      return heaviest;
    }
    int common = tree.common(parts);
    return story.at(common) <= LITTLE_ELSE * sum ? common : heaviest;
  }

  private int letters(int place) {
    return blocks.stream()
        .filter(block -> tree.isWithin(block.holder(), place))
        .mapToInt(Block::length)
        .sum();
  }

  private int innermost(List<Integer> candidates, int outer) {
    int innermost = outer;
    for (int place : candidates) {
      if (tree.isWithin(place, innermost) && story.at(place) >= ABOUT_ALL * story.at(outer)) {
        innermost = place;
      }
    }
    return innermost;
  }

  private int densest() {
    int place = story.heaviest();
    int child = heaviestChild(place);
    while (child >= 0 && story.at(child) >= DENSE * story.at(place)) {
      place = child;
      child = heaviestChild(place);
    }
    return place;
  }

  private int heaviestChild(int place) {
    int heaviest = -1;
    for (int child = place + 1; child < tree.end(place); child = tree.end(child)) {
      if (tree.isElement(child) && (heaviest < 0 || story.at(child) > story.at(heaviest))) {
        heaviest = child;
      }
    }
    return heaviest;
  }

  private List<Integer> prose(Predicate<Element> test) {
    List<Integer> places = places(test);
    places.removeIf(place -> story.at(place) <= 0);
    return places;
  }

  private List<Integer> places(Predicate<Element> test) {
    List<Integer> places = new ArrayList<>();
    for (int place = 1; place < tree.size(); place++) {
      if (!tree.isDropped(place)
          && tree.node(place) instanceof Element element
          && test.test(element)) {
        places.add(place);
      }
    }
    return places;
  }
}
