package io.riftwatch.classify;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The core is plain Java, features form no cycle, and other services are known by contract. */
@AnalyzeClasses(packages = "io.riftwatch", importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

  @ArchTest
  static final ArchRule theCoreIsPlainJava =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.riftwatch.classify.text..",
              "io.riftwatch.classify.language..",
              "io.riftwatch.classify.lexicon..",
              "io.riftwatch.classify.rulepack..",
              "io.riftwatch.classify.coding..",
              "io.riftwatch.classify.confidence..",
              "io.riftwatch.classify.difference..",
              "io.riftwatch.classify.evaluate..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.quarkus..",
              "jakarta..",
              "io.vertx..",
              "io.smallrye..",
              "org.hibernate..",
              "org.apache.kafka..",
              "io.riftwatch.classify.classification..",
              "io.riftwatch.classify.signal..");

  @ArchTest
  static final ArchRule featuresFormNoCycle =
      slices().matching("io.riftwatch.classify.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule otherServicesAreKnownByTheirContracts =
      noClasses()
          .that()
          .resideInAPackage("io.riftwatch.classify..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.riftwatch.alert..", "io.riftwatch.ingest..")
                  .and(not(resideInAnyPackage("..contract.."))));
}
