package dev.sluice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CallSiteTest {

  @Test
  void everyRoomLiesBetweenTheUsersLineAndSpark() {
    Set<String> rooms =
        new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("dev.sluice").stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toSet());

    assertThat(rooms).hasSizeGreaterThan(20).allMatch(CallSite::isOurs);
  }

  @Test
  void aPackageOfAUserIsNoRoom() {
    assertThat(CallSite.isOurs("dev.sluice.samples.ecommerce")).isFalse();
  }
}
