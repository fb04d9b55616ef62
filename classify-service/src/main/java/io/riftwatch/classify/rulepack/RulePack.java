package io.riftwatch.classify.rulepack;

import io.riftwatch.classify.contract.Domain;
import io.riftwatch.classify.lexicon.Nouns;
import io.riftwatch.classify.lexicon.PhraseIndex;
import io.riftwatch.classify.lexicon.States;
import io.riftwatch.classify.text.Morphology;
import io.riftwatch.classify.text.Sentences;
import java.util.Map;
import java.util.Set;

/**
 * All that the coder knows of one language.
 *
 * @param language ISO 639-1
 * @param version stands in every signal it codes
 * @param morphology word forms
 * @param sentences where sentences end
 * @param states names of states
 * @param nouns classes of nouns
 * @param triggers wordings of the rules, by first word
 * @param triggerCount how many rules
 * @param cues words that change what a trigger says
 * @param domains phrases that name the domain of a cooperation
 * @param numbers number words by form, folded
 * @param months month names by form, folded, 1 to 12
 * @param monthParts words before a month that name a part of it, with its day: late is the 25th
 * @param units units of time by stem, with their hours
 * @param until words before the date of a deadline, folded
 */
public record RulePack(
    String language,
    String version,
    Morphology morphology,
    Sentences sentences,
    States states,
    Nouns nouns,
    PhraseIndex<Trigger.Wording> triggers,
    int triggerCount,
    Cues cues,
    PhraseIndex<Domain> domains,
    Map<String, Integer> numbers,
    Map<String, Integer> months,
    Map<String, Integer> monthParts,
    Map<String, Integer> units,
    Set<String> until) {}
