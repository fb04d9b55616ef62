package io.riftwatch.classify.coding;

import java.util.Optional;

/**
 * The noun phrase a trigger is said of: three members of the Russian mission in Bratislava.
 *
 * @param noun its class
 * @param from index of its first token
 * @param head index of the first token of its noun
 * @param to index behind its noun and what hangs on it
 * @param owner the state it belongs to
 * @param possessive whether a possessive pronoun stands for the owner
 */
record Argument(
    String noun, int from, int head, int to, Optional<Group> owner, boolean possessive) {}
