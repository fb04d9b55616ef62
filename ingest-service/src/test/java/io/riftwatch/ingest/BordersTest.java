package io.riftwatch.ingest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.riftwatch.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class BordersTest {

  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "jakarta..",
    "io.vertx..",
    "io.smallrye..",
    "org.hibernate..",
    "org.eclipse.microprofile..",
    "io.micrometer..",
    "org.apache.kafka..",
    "org.jboss.."
  };

  @ArchTest
  static final ArchRule theCoreIsFreeOfFrameworks =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..ingest.markup..", "..ingest.parse..", "..ingest.extract..", "..ingest.contract..")
          .or()
          .haveNameMatching(
              ".*\\.ingest\\.article\\."
                  + "(Identity|Item|Known|Novelty|Draft|Dealt|Source|Outlet|CanonicalUrl|Fingerprint"
                  + "|TextHash|Digest|Wording|ArticleFeed|OutletLines|TrackingParameters|Namesake"
                  + "|PageOutcome|Written)(\\$.*)?")
          .or()
          .haveNameMatching(
              ".*\\.ingest\\.wire\\.(Words|Sketch|Likeness|WireRules|Agencies)(\\$.*)?")
          .or()
          .haveNameMatching(".*\\.ingest\\.language\\.Languages(\\$.*)?")
          .or()
          .haveNameMatching(
              ".*\\.ingest\\.schedule\\.(PollSchedule|PollState|Pace|Rhythm|Hints|Freshness|Move)(\\$.*)?")
          .or()
          .haveNameMatching(
              ".*\\.ingest\\.fetch\\.(FetchOutcome|Validators|Throttling|Block|Trail|Answer|Hosts)(\\$.*)?")
          .or()
          .haveNameMatching(".*\\.ingest\\.opml\\.(Opml|Outline|OpmlReading)(\\$.*)?")
          .or()
          .haveNameMatching(
              ".*\\.ingest\\.websub\\.(Delivery|Discovery|LeaseSchedule|LinkHeader|Offer|Signature"
                  + "|Subscription|Words)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS);

  @ArchTest
  static final ArchRule featuresDoNotDependOnEachOtherInCircles =
      slices().matching("io.riftwatch.ingest.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule otherServicesAreNotSeen =
      classes()
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.not(
                  resideInAnyPackage("io.riftwatch.classify..", "io.riftwatch.alert..")));
}
