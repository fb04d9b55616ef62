package io.riftwatch.ingest.extract;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds consent banners by their words, where neither ids nor classes give them away: paragraphs
 * that crowd several terms of consent, and the blocks that hold nothing else of length.
 */
final class ConsentBanner {

  private static final List<String> TERMS = WordList.read("consent-terms.txt");

  private static final String BLOCKS = "div, section, p, ul, ol, li, table, td, h2, h3, h4";

  private static final int TERMS_OF_A_PARAGRAPH = 2;
  private static final int TERMS_OF_A_BANNER = 3;

  /** Characters from which a paragraph without any term is a paragraph of a story. */
  private static final int STORY_PARAGRAPH = 120;

  private final Set<Element> paragraphs = Collections.newSetFromMap(new IdentityHashMap<>());

  private ConsentBanner(List<Element> leaves) {
    for (int i = 0; i < leaves.size(); i++) {
      boolean amid = i > 0 && i + 1 < leaves.size() && dense(leaves, i - 1) && dense(leaves, i + 1);
      if (dense(leaves, i) || amid) {
        paragraphs.add(leaves.get(i));
      }
    }
  }

  /** Removes the banners under an element in place. */
  static void remove(Element root) {
    List<Element> leaves = leaves(root);
    if (terms(root) >= TERMS_OF_A_BANNER) {
      new ConsentBanner(leaves).removeUnder(root);
    }
  }

  private void removeUnder(Element parent) {
    for (Element child : List.copyOf(parent.children())) {
      if (paragraphs.contains(child) || isBanner(child)) {
        child.remove();
      } else {
        removeUnder(child);
      }
    }
  }

  private boolean isBanner(Element block) {
    List<Element> leaves = leaves(block);
    return leaves.stream().anyMatch(paragraphs::contains)
        && leaves.stream().noneMatch(this::tellsAStory)
        && block.selectFirst("h1") == null
        && terms(block) >= TERMS_OF_A_BANNER;
  }

  private boolean tellsAStory(Element leaf) {
    return !paragraphs.contains(leaf) && leaf.text().length() >= STORY_PARAGRAPH;
  }

  private static boolean dense(List<Element> leaves, int at) {
    return terms(leaves.get(at)) >= TERMS_OF_A_PARAGRAPH;
  }

  private static List<Element> leaves(Element root) {
    return root.select(BLOCKS).stream()
        .filter(block -> block.hasText() && block.select(BLOCKS).stream().allMatch(b -> b == block))
        .toList();
  }

  private static long terms(Element block) {
    String text = block.text().toLowerCase(Locale.ROOT);
    return TERMS.stream().filter(text::contains).count();
  }
}
